package org.breakwater.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.breakwater.engine.text.Seeds.forSeeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.PhraseIndex.Phrase;
import org.junit.jupiter.api.Test;

/** Compares the index with a matcher that tries every pattern at every token. */
class PhraseIndexPropertiesTest {

  private static final List<String> WORDS =
      List.of("go", "gone", "gones", "on", "onto", "7", "7.5", "🔥");
  private static final List<String> ELEMENTS =
      List.of(
          "go",
          "gone",
          "on",
          "onto",
          "7",
          "🔥",
          "#",
          "go*",
          "on*",
          "~",
          "(go|on)",
          "(gone|on*)",
          "(#|go)",
          "(go on|onto)",
          "(on|go ~ on)",
          "(go (on|gone go)|7)",
          "(go on|go)");

  /** What the groups of several words stand for, spelt out. */
  private static final Map<String, List<List<String>>> ALTERNATIVES =
      Map.of(
          "(go on|onto)", List.of(List.of("go", "on"), List.of("onto")),
          "(on|go ~ on)", List.of(List.of("on"), List.of("go", "~", "on")),
          "(go (on|gone go)|7)",
              List.of(List.of("go", "on"), List.of("go", "gone", "go"), List.of("7")),
          "(go on|go)", List.of(List.of("go", "on"), List.of("go")));

  private static final List<String> SEPARATORS = List.of(" ", " ", " ", " ", ", ", ". ", "\n");

  private static String any(List<String> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<String> elements(RandomGenerator random) {
    var elements = new ArrayList<String>();
    elements.add(any(ELEMENTS, random));
    for (int more = random.nextInt(4); more > 0; more--) {
      String element = any(ELEMENTS, random);
      boolean optional = random.nextInt(6) == 0 && !element.equals("~");
      elements.add(optional ? "[" + element + "]" : element);
    }
    return elements;
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
          var patterns = new ArrayList<List<String>>();
          while (patterns.size() < 6) {
            List<String> elements = elements(random);
            if (PhraseIndex.fault(String.join(" ", elements)).isEmpty()) patterns.add(elements);
          }
          List<Phrase> phrases =
              patterns.stream().map(p -> new Phrase(String.join(" ", p), p.size())).toList();
          String text = text(random);
          FoldedText folded = Folding.fold("text", text);
          assertThat(PhraseIndex.of(phrases).scan(folded).hits())
              .as("%s in %s", phrases, text)
              .containsExactlyElementsOf(obvious(patterns, folded));
        });
  }

  @Test
  void parts_areFoundAsPhrasesAre_andWholeSetsArePossible() {
    forSeeds(
        3_000,
        random -> {
          var patterns = new ArrayList<List<String>>();
          while (patterns.size() < 6) {
            List<String> elements = elements(random);
            if (PhraseIndex.fault(String.join(" ", elements)).isEmpty()) patterns.add(elements);
          }
          List<String> parts = patterns.stream().map(p -> String.join(" ", p)).toList();
          List<int[]> sets = List.of(new int[] {0}, new int[] {1, 2}, new int[] {3, 4, 5});
          FoldedText folded = Folding.fold("text", text(random));
          PhraseScan scan = PhraseIndex.of(List.of(), parts, sets).scan(folded);
          var whole = new ArrayList<Integer>();
          for (int set = 0; set < sets.size(); set++) {
            if (Arrays.stream(sets.get(set)).noneMatch(part -> scan.hitsOf(part).isEmpty()))
              whole.add(set);
          }
          assertThat(Arrays.stream(scan.possibleSets()).boxed().toList())
              .isSorted()
              .containsAll(whole);
          for (int part = 0; part < parts.size(); part++) {
            assertThat(scan.hitsOf(part))
                .extracting(Hit::first, Hit::last)
                .as(parts.get(part))
                .containsExactlyElementsOf(
                    obvious(List.of(patterns.get(part)), folded).stream()
                        .map(hit -> tuple(hit.first(), hit.last()))
                        .toList());
          }
        });
  }

  private static SequencedSet<Hit> obvious(List<List<String>> patterns, FoldedText text) {
    var hits =
        new TreeSet<Hit>(
            Comparator.comparingInt(Hit::first)
                .thenComparing(Comparator.comparingInt(Hit::last).reversed())
                .thenComparingInt(Hit::phrase));
    for (int phrase = 0; phrase < patterns.size(); phrase++) {
      List<String> elements = patterns.get(phrase);
      for (int first = 0; first < text.size(); first++) {
        for (int end : ends(elements, text, first, first))
          hits.add(new Hit(elements.size(), phrase, first, end - 1));
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
    for (List<String> alternative : ALTERNATIVES.getOrDefault(inner, List.of())) {
      var spelt = new ArrayList<String>(alternative);
      spelt.addAll(rest);
      ends.addAll(ends(spelt, text, first, at));
    }
    if (ALTERNATIVES.containsKey(inner)) return ends;
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
