package org.breakwater.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.engine.text.Seeds.forSeeds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.PhraseIndex.Phrase;
import org.junit.jupiter.api.Test;

/** Compares the index with a matcher that tries every pattern at every token. */
class PhraseIndexPropertiesTest {

  private static final List<String> WORDS = List.of("a", "ab", "abc", "b", "ba", "7", "7.5", "🔥");
  private static final List<String> ELEMENTS =
      List.of("a", "ab", "b", "ba", "7", "🔥", "#", "a*", "b*", "~", "(a|b)", "(ab|b*)", "(#|a)");
  private static final List<String> SEPARATORS = List.of(" ", " ", " ", " ", ", ", ". ", "\n");

  private static String any(List<String> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }

  private static String pattern(RandomGenerator random) {
    var pattern = new StringBuilder(any(ELEMENTS, random));
    for (int more = random.nextInt(4); more > 0; more--) {
      String element = any(ELEMENTS, random);
      boolean optional = random.nextInt(6) == 0 && !element.equals("~");
      pattern.append(' ').append(optional ? "[" + element + "]" : element);
    }
    return pattern.toString();
  }

  private static String text(RandomGenerator random) {
    var text = new StringBuilder();
    for (int token = random.nextInt(12); token > 0; token--)
      text.append(any(WORDS, random)).append(any(SEPARATORS, random));
    return text.toString();
  }

  @Test
  void index_findsWhatTheObviousMatcherFinds() {
    forSeeds(
        3_000,
        random -> {
          var phrases = new ArrayList<Phrase>();
          while (phrases.size() < 6) {
            String pattern = pattern(random);
            if (PhraseIndex.fault(pattern).isEmpty())
              phrases.add(new Phrase(pattern, phrases.size()));
          }
          String text = text(random);
          FoldedText folded = Folding.fold("text", text);
          assertThat(PhraseIndex.of(phrases).find(folded))
              .as("%s in %s", phrases, text)
              .containsExactlyElementsOf(obvious(phrases, folded));
        });
  }

  private static SequencedSet<Hit> obvious(List<Phrase> phrases, FoldedText text) {
    var hits =
        new TreeSet<Hit>(
            Comparator.comparingInt(Hit::first)
                .thenComparing(Comparator.comparingInt(Hit::last).reversed())
                .thenComparingInt(Hit::phrase));
    for (int phrase = 0; phrase < phrases.size(); phrase++) {
      List<String> elements = List.of(phrases.get(phrase).pattern().split(" "));
      for (int first = 0; first < text.size(); first++) {
        for (int end : ends(elements, text, first, first))
          hits.add(new Hit(phrases.get(phrase).concept(), phrase, first, end - 1));
      }
    }
    return hits;
  }

  /** Where the elements may end if they begin at {@code at}; {@code first} begins the phrase. */
  private static List<Integer> ends(List<String> elements, FoldedText text, int first, int at) {
    if (elements.isEmpty()) return List.of(at);
    var ends = new ArrayList<Integer>();
    String element = elements.getFirst();
    List<String> rest = elements.subList(1, elements.size());
    if (element.equals("~")) {
      for (int skipped = 0; skipped <= 3 && reaches(text, first, at, skipped); skipped++)
        ends.addAll(ends(rest, text, first, at + skipped));
      return ends;
    }
    boolean optional = element.startsWith("[");
    if (optional) ends.addAll(ends(rest, text, first, at));
    String inner = optional ? element.substring(1, element.length() - 1) : element;
    if (reaches(text, first, at, 1) && admits(inner, text, at))
      ends.addAll(ends(rest, text, first, at + 1));
    return ends;
  }

  private static boolean reaches(FoldedText text, int first, int at, int tokens) {
    for (int token = at; token < at + tokens; token++) {
      if (token >= text.size()) return false;
      boolean broken = text.before(token) == Break.SENTENCE || text.before(token) == Break.LINE;
      if (token > first && broken) return false;
    }
    return true;
  }

  private static boolean admits(String element, FoldedText text, int token) {
    for (String one : element.replaceAll("[()]", "").split("\\|", -1)) {
      String word = text.word(token);
      boolean prefix = one.endsWith("*") && word.startsWith(one.substring(0, one.length() - 1));
      boolean number = one.equals("#") && text.kind(token) == TokenKind.NUMBER;
      if (prefix || number || one.equals(word)) return true;
    }
    return false;
  }
}
