package org.breakwater.engine.signal;

import java.util.Locale;
import java.util.Set;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;

/**
 * The sign or word that makes a number a sum of money.
 *
 * @param seen whether there is one
 * @param code ISO 4217; empty when none was seen or it has no code
 * @param last the last token that belongs to it
 */
record CurrencyMark(boolean seen, String code, int last) {
  /** What may stand between an amount and its currency: us dollars, american dollars, de pesos. */
  private static final Set<String> BETWEEN =
      Set.of("us", "u", "s", "american", "canadian", "de", "in", "en", "mexican");

  /** What is done to a weight, never to a sum. */
  private static final Set<String> WEIGHING =
      Set.of(
          "lost", "lose", "losing", "gained", "weigh", "weighs", "weighed", "perdi", "baje", "pesa",
          "pesaba", "heavier", "bajar");

  /**
   * Looks behind a number.
   *
   * @param suffix letters glued to the figures
   * @param last the number's last token
   */
  static CurrencyMark after(FoldedText text, PhraseHits hits, String suffix, int last) {
    String glued = Currencies.ofWord(suffix);
    if (!glued.isEmpty()) return new CurrencyMark(true, glued, last);
    String original = text.original();
    int at = skipBlanks(original, text.end(last));
    boolean sign = at < original.length() && Currencies.isSign(original.charAt(at));
    if (!sign || opensNext(original, at)) return word(text, hits, last);
    int token = Math.max(last, Offsets.tokenBefore(text, at + 1));
    CurrencyMark word = word(text, hits, token);
    String code = Currencies.ofSign(String.valueOf(original.charAt(at)));
    return word.code.isEmpty() ? new CurrencyMark(true, code, token) : word;
  }

  /** Looks before a number: a sign with its letters, or a code. */
  static CurrencyMark before(String original, int start, int last) {
    int at = start - 1;
    while (at >= 0 && original.charAt(at) == ' ') at--;
    if (at < 0) return new CurrencyMark(false, "", last);
    int from = at;
    while (from > 0 && Character.isLetter(original.charAt(from - 1))) from--;
    String mark = original.substring(from, at + 1);
    if (Currencies.isSign(original.charAt(at))) {
      String code = Currencies.ofSign(mark.toLowerCase(Locale.ROOT));
      return new CurrencyMark(true, code, last);
    }
    String code = start - at <= 2 ? codeBefore(mark) : "";
    return new CurrencyMark(!code.isEmpty(), code, last);
  }

  /** The currency words behind a token, one or two words of nationality skipped. */
  static CurrencyMark word(FoldedText text, PhraseHits hits, int from) {
    int end = Math.min(text.size(), from + 4);
    for (int token = from + 1; token < end && text.before(token) == Break.NONE; token++) {
      String word = text.word(token);
      String written = text.original().substring(text.start(token), text.end(token));
      String code = isWeight(text, word, from) ? "" : Currencies.of(word, written);
      if (!code.isEmpty() || startsAt(hits, token)) return new CurrencyMark(true, code, token);
      if (!BETWEEN.contains(word)) break;
    }
    return new CurrencyMark(false, "", from);
  }

  private static boolean isWeight(FoldedText text, String word, int from) {
    if (!word.equals("pounds") && !word.equals("libras")) return false;
    for (int token = Math.max(0, from - 4); token < from; token++) {
      if (WEIGHING.contains(text.word(token))) return true;
    }
    return false;
  }

  private static boolean startsAt(PhraseHits hits, int token) {
    for (Hit hit : Neighbours.within(hits.of("currency"), token, token)) {
      if (hit.first() == token) return true;
    }
    return false;
  }

  /** Letters before a number that name a currency: Q350, L 5,000, USD 900. */
  private static String codeBefore(String mark) {
    return switch (mark) {
      case "Q" -> "GTQ";
      case "L", "Lps" -> "HNL";
      case "Bs", "BS" -> "VES";
      case "Rs" -> "INR";
      default -> isCode(mark) ? Currencies.ofWord(mark.toLowerCase(Locale.ROOT)) : "";
    };
  }

  private static boolean isCode(String mark) {
    if (mark.length() != 3) return false;
    boolean capitals = mark.chars().allMatch(Character::isUpperCase);
    return capitals || mark.equalsIgnoreCase("usd") || mark.equalsIgnoreCase("eur");
  }

  /** Whether a sign belongs to the number behind it: 500 $700. */
  private static boolean opensNext(String original, int sign) {
    boolean figure = sign + 1 < original.length() && Character.isDigit(original.charAt(sign + 1));
    return figure && sign > 0 && original.charAt(sign - 1) == ' ';
  }

  private static int skipBlanks(String original, int from) {
    int at = from;
    while (at < original.length() && original.charAt(at) == ' ') at++;
    return at;
  }
}
