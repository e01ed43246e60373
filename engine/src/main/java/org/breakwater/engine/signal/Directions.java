package org.breakwater.engine.signal;

import java.util.Set;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.TokenKind;

/** The words before a place that say which way it lies, in English and Spanish. */
final class Directions {
  private static final Set<String> TO =
      Words.of("to into towards toward till until para pa hasta hacia asta acia");

  private static final Set<String> FROM = Set.of("from", "desde", "de", "del", "leaving");

  private static final Set<String> AT =
      Words.of(
          "in en at near via through por around outside inside of is ciudad city"
              + " across reach reached entre between live cerca cross cruzar");

  /** What stands between such a word and the place. */
  private static final Set<String> ARTICLES =
      Words.of("the la el los las lo my mi city ciudad there alla");

  /** Words after which "to" aims at no journey. */
  private static final Set<String> NO_JOURNEY =
      Words.of(
          "compared due according thanks next similar close referring respect prayers"
              + " congratulations congrats related relevant listen listening sold compara"
              + " gracias comparado");

  /** Words that make a text Spanish, so that "a" in it is a direction and no article. */
  private static final Set<String> SPANISH =
      Words.of(
          "el los las que y en con por una se lo para del desde hasta de viaje viajes"
              + " salida salidas salimos vamos ir voy rumbo quiero mandamos llegamos fuimos"
              + " mi su nos llevamos llegar llegue cruce cruces cruzar pasamos cuanto");

  private static final Set<String> GOING = Set.of("bound", "headed", "heading", "leaving", "leave");

  /** Tokens looked at on either side to tell Spanish. */
  private static final int WINDOW = 20;

  private Directions() {}

  /** Whether the words before a place say that a journey goes there. */
  static boolean leadTo(FoldedText text, int place) {
    int token = preposition(text, place);
    if (token < 0) return false;
    if (text.kind(token) == TokenKind.ARROW) return true;
    String word = text.word(token);
    String before = token > 0 ? text.word(token - 1) : "";
    if (word.equals("al")) return true;
    if (word.equals("a")) return isSpanish(text, token);
    if (word.equals("for")) return GOING.contains(before);
    return TO.contains(word) && !NO_JOURNEY.contains(before);
  }

  private static boolean isSpanish(FoldedText text, int near) {
    int end = Math.min(text.size(), near + WINDOW);
    for (int token = Math.max(0, near - WINDOW); token < end; token++) {
      if (SPANISH.contains(text.word(token))) return true;
    }
    return false;
  }

  static boolean leadFrom(FoldedText text, int place) {
    int token = preposition(text, place);
    return token >= 0 && FROM.contains(text.word(token));
  }

  /** Whether any word before says that a name is a place. */
  static boolean leadAnywhere(FoldedText text, int place) {
    int token = preposition(text, place);
    if (token < 0) return false;
    String word = text.word(token);
    return leadTo(text, place) || FROM.contains(word) || AT.contains(word);
  }

  /** The token before a place and its articles; -1 when a new sentence begins there. */
  static int preposition(FoldedText text, int place) {
    int token = place;
    for (int skipped = 0; skipped < 3; skipped++) {
      if (token == 0 || text.before(token).compareTo(Break.SENTENCE) >= 0) return -1;
      token--;
      boolean filler = text.kind(token) == TokenKind.EMOJI || ARTICLES.contains(text.word(token));
      if (!filler) return token;
    }
    return -1;
  }
}
