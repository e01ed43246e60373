package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.PhraseIndex.Phrase;
import org.breakwater.engine.text.PhraseScan;
import org.jspecify.annotations.Nullable;

/**
 * All phrases of a lexicon, found in one pass. A pattern with {@code &} is a conjunction: its parts
 * stand in one sentence, in any order, apart from each other and near; a part that begins with
 * {@code !} stands nowhere in that sentence. Parts are shared between conjunctions and matched
 * once; one inside an idiom is no part.
 */
public final class LexiconIndex {
  /** Tokens from the first to the last part of a conjunction. */
  private static final int SPAN_MAX = 16;

  private static final Comparator<Hit> IN_ORDER =
      Comparator.comparingInt(Hit::first)
          .thenComparing(Hit::last, Comparator.reverseOrder())
          .thenComparing(Hit::phrase);

  private static final int IDIOM = Concept.number(Concept.IDIOM);

  private final PhraseIndex index;

  /** For each phrase of the index the entry it stands for. */
  private final int[] entries;

  private final List<Conjunction> conjunctions;

  /**
   * @param anchor the part that fewest conjunctions share; the others are sought around it
   */
  private record Conjunction(
      int concept, int entry, int anchor, List<Integer> others, List<Integer> absent) {}

  private LexiconIndex(PhraseIndex index, int[] entries, List<Conjunction> conjunctions) {
    this.index = index;
    this.entries = entries;
    this.conjunctions = conjunctions;
  }

  /**
   * Builds the index.
   *
   * @throws IllegalArgumentException if an entry names no concept or its pattern is malformed; a
   *     loaded policy version has neither
   */
  public static LexiconIndex of(Lexicon lexicon) {
    var phrases = new ArrayList<Phrase>();
    var entryOf = new ArrayList<Integer>();
    var parts = new Parts();
    var joint = new ArrayList<Integer>();
    for (int entry = 0; entry < lexicon.entries().size(); entry++) {
      if (!lexicon.isOfUse(lexicon.entries().get(entry))) continue;
      String pattern = lexicon.entries().get(entry).pattern();
      if (parts(pattern).size() > 1) {
        parts.add(pattern);
        joint.add(entry);
      } else {
        phrases.add(new Phrase(pattern, Concept.number(lexicon.entries().get(entry).concept())));
        entryOf.add(entry);
      }
    }
    int[] entries = entryOf.stream().mapToInt(Integer::intValue).toArray();
    var conjunctions = new ArrayList<Conjunction>();
    for (int i = 0; i < joint.size(); i++) {
      int concept = Concept.number(lexicon.entries().get(joint.get(i)).concept());
      conjunctions.add(parts.conjunction(i, concept, joint.get(i)));
    }
    return new LexiconIndex(
        PhraseIndex.of(phrases, parts.patterns, parts.sets()), entries, conjunctions);
  }

  /** The parts of all conjunctions, each once. */
  private static final class Parts {
    private final List<String> patterns = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, Integer> uses = new HashMap<>();
    private final List<List<Integer>> present = new ArrayList<>();
    private final List<List<Integer>> absent = new ArrayList<>();

    void add(String pattern) {
      var must = new ArrayList<Integer>();
      var mustNot = new ArrayList<Integer>();
      for (String part : parts(pattern)) (isAbsent(part) ? mustNot : must).add(number(words(part)));
      must.forEach(part -> uses.merge(part, 1, Integer::sum));
      present.add(must);
      absent.add(mustNot);
    }

    private int number(String words) {
      Integer known = numbers.putIfAbsent(words, patterns.size());
      if (known != null) return known;
      patterns.add(words);
      return patterns.size() - 1;
    }

    /** For each conjunction the parts that must be there. */
    List<int[]> sets() {
      return present.stream()
          .map(parts -> parts.stream().mapToInt(Integer::intValue).toArray())
          .toList();
    }

    Conjunction conjunction(int number, int concept, int entry) {
      List<Integer> must = present.get(number);
      Integer anchor = must.stream().min(Comparator.comparingInt(uses::get)).orElseThrow();
      var others = new ArrayList<>(must);
      others.remove(anchor);
      return new Conjunction(
          concept, entry, anchor, List.copyOf(others), List.copyOf(absent.get(number)));
    }
  }

  /** The parts of a conjunction; a pattern without {@code &} is its only part. */
  static List<String> parts(String pattern) {
    return Arrays.stream(pattern.split("&", -1)).map(String::strip).toList();
  }

  private static boolean isAbsent(String part) {
    return part.startsWith("!");
  }

  /** The pattern of a part, without the mark that it must be absent. */
  static String words(String part) {
    return isAbsent(part) ? part.substring(1).strip() : part;
  }

  /** Whether every part must be absent, so that nothing is left to find. */
  static boolean isOnlyAbsent(String pattern) {
    return parts(pattern).stream().allMatch(LexiconIndex::isAbsent);
  }

  /**
   * What was found, by first token, longer first; {@link Hit#phrase} is the number of the entry.
   *
   * @param plain phrases as written; no other word than theirs lies in them
   * @param joined conjunctions, from their first part to their last
   * @param cues phrases of families of cues
   */
  public record Found(List<Hit> plain, List<Hit> joined, List<Hit> cues) {}

  /** Finds all entries in a text. */
  public Found find(FoldedText text) {
    PhraseScan scan = index.scan(text);
    List<Hit> found = scan.hits();
    var plain = new ArrayList<Hit>(found.size());
    var idioms = new ArrayList<Hit>(0);
    var cues = new ArrayList<Hit>();
    for (Hit hit : found) {
      if (Concept.isCueFamily(hit.concept())) {
        cues.add(hit);
        continue;
      }
      plain.add(new Hit(hit.concept(), entries[hit.phrase()], hit.first(), hit.last()));
      if (hit.concept() == IDIOM) idioms.add(hit);
    }
    int[] possible = scan.possibleSets();
    if (possible.length == 0) return new Found(plain, List.of(), cues);
    return new Found(plain, new Joining(text, scan, idioms).all(possible), cues);
  }

  /** Joins parts in one text. */
  private final class Joining {
    private final FoldedText text;
    private final PhraseScan scan;
    private final List<Hit> idioms;

    Joining(FoldedText text, PhraseScan scan, List<Hit> idioms) {
      this.text = text;
      this.scan = scan;
      this.idioms = idioms;
    }

    /** What conjunctions join, by first token, longer first. */
    List<Hit> all(int[] possible) {
      var joined = new ArrayList<Hit>(0);
      for (int number : possible) {
        Conjunction conjunction = conjunctions.get(number);
        if (!hasAll(conjunction)) continue;
        for (Hit anchor : hitsOf(conjunction.anchor())) {
          Hit hit = join(conjunction, anchor);
          if (hit != null && !joined.contains(hit)) joined.add(hit);
        }
      }
      if (joined.size() > 1) joined.sort(IN_ORDER);
      return joined;
    }

    private boolean hasAll(Conjunction conjunction) {
      if (hitsOf(conjunction.anchor()).isEmpty()) return false;
      for (int part : conjunction.others()) {
        if (hitsOf(part).isEmpty()) return false;
      }
      return true;
    }

    private List<Hit> hitsOf(int part) {
      List<Hit> hits = scan.hitsOf(part);
      if (idioms.isEmpty() || hits.isEmpty()) return hits;
      return hits.stream().filter(hit -> !isInside(hit, idioms)).toList();
    }

    private @Nullable Hit join(Conjunction conjunction, Hit anchor) {
      int first = anchor.first();
      int last = anchor.last();
      var taken = new ArrayList<Hit>(conjunction.others().size() + 1);
      taken.add(anchor);
      for (int part : conjunction.others()) {
        Hit nearest = nearest(part, anchor, taken);
        if (nearest == null) return null;
        taken.add(nearest);
        first = Math.min(first, nearest.first());
        last = Math.max(last, nearest.last());
      }
      if (last - first >= SPAN_MAX || isSpoilt(conjunction, anchor)) return null;
      return new Hit(conjunction.concept(), conjunction.entry(), first, last);
    }

    /** Whether a part that must be absent stands in the anchor's sentence. */
    private boolean isSpoilt(Conjunction conjunction, Hit anchor) {
      for (int part : conjunction.absent()) {
        for (Hit hit : hitsOf(part)) {
          int from = Math.min(hit.first(), anchor.first());
          int to = Math.max(hit.last(), anchor.last());
          if (isOneSentence(text, from, to)) return true;
        }
      }
      return false;
    }

    private @Nullable Hit nearest(int part, Hit anchor, List<Hit> taken) {
      Hit nearest = null;
      int least = SPAN_MAX;
      for (Hit hit : hitsOf(part)) {
        if (overlapsAny(hit, taken)) continue;
        int from = Math.min(hit.last(), anchor.last());
        int to = Math.max(hit.first(), anchor.first());
        if (to - from < least && isOneSentence(text, from, to)) {
          least = to - from;
          nearest = hit;
        }
      }
      return nearest;
    }
  }

  private static boolean isInside(Hit part, List<Hit> idioms) {
    for (Hit idiom : idioms) {
      if (idiom.first() <= part.first() && part.last() <= idiom.last()) return true;
    }
    return false;
  }

  private static boolean overlapsAny(Hit hit, List<Hit> taken) {
    for (Hit other : taken) {
      if (hit.first() <= other.last() && other.first() <= hit.last()) return true;
    }
    return false;
  }

  private static boolean isOneSentence(FoldedText text, int from, int to) {
    for (int token = from + 1; token <= to; token++) {
      if (text.before(token).compareTo(Break.SENTENCE) >= 0) return false;
    }
    return true;
  }
}
