package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.TokenKind;

/** Reads the sums of money in one text that are written in figures. */
final class Amounts {
  /** A smaller bare number is a count, a day or an hour. */
  private static final double BARE_MIN = 10;

  private static final Set<String> BETWEEN_ENDS =
      Set.of("-", "–", "—", "to", "a", "or", "o", "y", "and", "/");

  private final FoldedText text;
  private final PhraseHits hits;
  private final List<DigitRun> runs;

  /** The first row of digits that does not end before the number looked at. */
  private int run;

  private final List<Amount> found = new ArrayList<>(2);

  private Amounts(FoldedText text, PhraseHits hits, List<DigitRun> runs) {
    this.text = text;
    this.hits = hits;
    this.runs = runs;
  }

  /**
   * @param runs the long rows of digits; a bare number in one is part of a telephone number
   */
  static List<Amount> in(FoldedText text, PhraseHits hits, List<DigitRun> runs) {
    var reader = new Amounts(text, hits, runs);
    reader.read();
    return reader.found;
  }

  private void read() {
    String original = text.original();
    int previousEnd = -1;
    for (int at = 0; at < original.length(); ) {
      if (!Character.isDigit(original.charAt(at))) {
        at++;
        continue;
      }
      Numeral numeral = Numeral.at(original, at);
      at = numeral.endOfSuffix();
      previousEnd = look(numeral, previousEnd) ? at : -1;
    }
  }

  /**
   * Notes a number if it is a sum of money.
   *
   * @param previousEnd where the amount just before ends, which may lend its currency; -1 for none
   */
  private boolean look(Numeral numeral, int previousEnd) {
    int first = Offsets.tokenAt(text, numeral.start());
    int last = Offsets.tokenBefore(text, numeral.endOfSuffix());
    if (first > last) return false;
    Scaled scaled = scaled(numeral, last);
    CurrencyMark before = CurrencyMark.before(text.original(), numeral.start(), scaled.last);
    CurrencyMark after = CurrencyMark.after(text, hits, numeral.suffix(), scaled.last);
    if (!after.code().isEmpty()) add(scaled, after, first);
    else if (before.seen()) add(scaled, before, first);
    else if (after.seen()) add(scaled, after, first);
    else if (previousEnd >= 0 && isRange(previousEnd, numeral.start())) {
      add(scaled, new CurrencyMark(true, found.getLast().currency(), scaled.last), first);
    } else if (isBarePrice(numeral, scaled, first)) {
      add(scaled, before, first);
    } else return false;
    return true;
  }

  private void add(Scaled scaled, CurrencyMark mark, int first) {
    found.add(new Amount(scaled.value, mark.code(), first, mark.last()));
  }

  /**
   * A number with the word that multiplies it.
   *
   * @param last its last token
   * @param worded whether there is such a word, k, mil or thousand
   */
  private record Scaled(double value, int last, boolean worded) {}

  private Scaled scaled(Numeral numeral, int last) {
    int glued = NumberWords.scale(numeral.suffix());
    if (glued > 0) return withRest(numeral.value() * glued, last);
    int next = last + 1;
    boolean follows = next < text.size() && text.before(next) == Break.NONE;
    int scale = numeral.suffix().isEmpty() && follows ? NumberWords.scale(text.word(next)) : 0;
    if (scale == 0) return new Scaled(numeral.value(), last, false);
    return withRest(numeral.value() * scale, next);
  }

  /** Adds what a Spanish sum says after the thousands: 7 mil 500 pesos. */
  private Scaled withRest(double value, int last) {
    int next = last + 1;
    boolean rest =
        next + 1 < text.size()
            && text.kind(next) == TokenKind.NUMBER
            && text.word(next).length() <= 3
            && text.before(next) == Break.NONE
            && Currencies.isCurrency(text.word(next + 1));
    if (!rest) return new Scaled(value, last, true);
    return new Scaled(value + Integer.parseInt(text.word(next)), next, true);
  }

  /** Two ends of one range share their currency: $5000-7000. */
  private boolean isRange(int from, int to) {
    String between = text.original().substring(from, to).strip().toLowerCase(Locale.ROOT);
    return BETWEEN_ENDS.contains(between);
  }

  private boolean isBarePrice(Numeral numeral, Scaled scaled, int first) {
    if (scaled.value < BARE_MIN || numeral.isYear() || isPhone(numeral)) return false;
    boolean unit = !numeral.suffix().isEmpty() && !scaled.worded;
    if (unit || isPartOfMore(numeral)) return false;
    if (!PriceWords.mayEnd(text, scaled.last)) return false;
    if (PriceWords.areNear(text, hits, first, scaled.last)) return true;
    return scaled.worded && !isFormat(numeral, first) && !PriceWords.isRun(text, first);
  }

  /** In 4k and in 8k are pictures. */
  private boolean isFormat(Numeral numeral, int first) {
    boolean picture = numeral.value() == 4 || numeral.value() == 8;
    if (!picture || !numeral.suffix().equals("k") || first == 0) return false;
    String before = text.word(first - 1);
    return before.equals("in") || before.equals("en");
  }

  private boolean isPhone(Numeral numeral) {
    while (run < runs.size() && runs.get(run).end() <= numeral.start()) run++;
    return run < runs.size() && runs.get(run).start() < numeral.end();
  }

  /** Times, dates, percentages, temperatures, letters before: A12, 10:30, 3/4, 20%, 5°. */
  private boolean isPartOfMore(Numeral numeral) {
    String original = text.original();
    int before = numeral.start() - 1;
    int after = numeral.endOfSuffix();
    if (before >= 0 && isBond(original.charAt(before))) return true;
    if (original.startsWith(" %", after)) return true;
    if (after >= original.length()) return false;
    char next = original.charAt(after);
    boolean bound =
        isBond(next)
            && after + 1 < original.length()
            && Character.isDigit(original.charAt(after + 1));
    return bound || "%°º".indexOf(next) >= 0;
  }

  private static boolean isBond(char c) {
    return c == ':' || c == '/' || c == '#' || c == '@' || Character.isLetterOrDigit(c);
  }
}
