package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.PhraseIndex.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * All phrases of a lexicon, found in one pass. A pattern with {@code &} is a conjunction: its parts
 * stand in one sentence, in any order, apart from each other and near; a part that begins with
 * {@code !} stands nowhere in that sentence. Parts are shared between conjunctions and matched
 * once; one inside an idiom is no part.
 */
final class LexiconIndex {
  /** Tokens from the first to the last part of a conjunction. */
  private static final int SPAN_MAX = 16;

  private static final int IDIOM = Concept.number(Concept.IDIOM);

  /** Concept number of what is only part of a conjunction. */
  private static final int PART = -1;

  private final PhraseIndex index;

  /** For each phrase of the index the entry it stands for; -1 for parts. */
  private final int[] entries;

  /** For each phrase of the index the conjunctions of which it is the rarest part. */
  private final List<List<Conjunction>> anchored;

  private record Conjunction(int concept, int entry, List<Integer> parts, List<Integer> absent) {

    boolean isComplete(BitSet present) {
      for (int part : parts) {
        if (!present.get(part)) return false;
      }
      return true;
    }
  }

  private LexiconIndex(PhraseIndex index, int[] entries, List<List<Conjunction>> anchored) {
    this.index = index;
    this.entries = entries;
    this.anchored = anchored;
  }

  static LexiconIndex of(Lexicon lexicon) {
    var phrases = new ArrayList<Phrase>();
    var entryOf = new ArrayList<Integer>();
    var partNumbers = new HashMap<String, Integer>();
    var conjunctions = new ArrayList<Conjunction>();
    for (int entry = 0; entry < lexicon.entries().size(); entry++) {
      String pattern = lexicon.entries().get(entry).pattern();
      int concept = Concept.number(lexicon.entries().get(entry).concept());
      List<String> parts = parts(pattern);
      if (parts.size() == 1) {
        phrases.add(new Phrase(pattern, concept));
        entryOf.add(entry);
        continue;
      }
      var numbers = new ArrayList<Integer>();
      var absent = new ArrayList<Integer>();
      for (String part : parts) {
        String words = words(part);
        Integer known = partNumbers.putIfAbsent(words, phrases.size());
        if (known == null) {
          phrases.add(new Phrase(words, PART));
          entryOf.add(-1);
        }
        int number = known == null ? phrases.size() - 1 : known;
        (isAbsent(part) ? absent : numbers).add(number);
      }
      conjunctions.add(new Conjunction(concept, entry, numbers, absent));
    }
    int[] entries = entryOf.stream().mapToInt(Integer::intValue).toArray();
    return new LexiconIndex(PhraseIndex.of(phrases), entries, anchored(phrases, conjunctions));
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

  private static List<List<Conjunction>> anchored(
      List<Phrase> phrases, List<Conjunction> conjunctions) {
    Map<Integer, Integer> uses = new HashMap<>();
    for (Conjunction conjunction : conjunctions) {
      for (int part : conjunction.parts()) uses.merge(part, 1, Integer::sum);
    }
    var anchored = new ArrayList<List<Conjunction>>();
    phrases.forEach(phrase -> anchored.add(new ArrayList<>(0)));
    for (Conjunction conjunction : conjunctions) {
      int anchor =
          conjunction.parts().stream()
              .min(Comparator.comparingInt((Integer part) -> uses.getOrDefault(part, 0)))
              .orElseThrow();
      anchored.get(anchor).add(conjunction);
    }
    return anchored;
  }

  /**
   * What was found, by first token, longer first; {@link Hit#phrase} is the number of the entry.
   *
   * @param plain phrases as written; no other word than theirs lies in them
   * @param joined conjunctions, from their first part to their last
   */
  record Found(List<Hit> plain, List<Hit> joined) {}

  Found find(FoldedText text) {
    List<Hit> found = index.find(text);
    if (found.isEmpty()) return new Found(found, List.of());
    var plain = new ArrayList<Hit>(found.size());
    var parts = new ArrayList<Hit>(0);
    var idioms = new ArrayList<Hit>(0);
    for (Hit hit : found) {
      if (hit.concept() == PART) {
        parts.add(hit);
        continue;
      }
      plain.add(new Hit(hit.concept(), entries[hit.phrase()], hit.first(), hit.last()));
      if (hit.concept() == IDIOM) idioms.add(hit);
    }
    if (!idioms.isEmpty()) parts.removeIf(part -> isInside(part, idioms));
    var joined = new ArrayList<Hit>(0);
    if (parts.size() > 1) joinParts(text, parts, joined);
    return new Found(plain, joined);
  }

  private static boolean isInside(Hit part, List<Hit> idioms) {
    for (Hit idiom : idioms) {
      if (idiom.first() <= part.first() && part.last() <= idiom.last()) return true;
    }
    return false;
  }

  private void joinParts(FoldedText text, List<Hit> parts, List<Hit> found) {
    var present = new BitSet(entries.length);
    for (Hit part : parts) present.set(part.phrase());
    for (Hit anchor : parts) {
      for (Conjunction conjunction : anchored.get(anchor.phrase())) {
        if (!conjunction.isComplete(present)) continue;
        Hit joined = join(text, conjunction, anchor, parts);
        if (joined != null && !found.contains(joined)) found.add(joined);
      }
    }
  }

  private static @Nullable Hit join(
      FoldedText text, Conjunction conjunction, Hit anchor, List<Hit> parts) {
    int first = anchor.first();
    int last = anchor.last();
    var taken = new ArrayList<Hit>(conjunction.parts().size());
    taken.add(anchor);
    for (int part : conjunction.parts()) {
      if (part == anchor.phrase()) continue;
      Hit nearest = nearest(text, part, anchor, parts, taken);
      if (nearest == null) return null;
      taken.add(nearest);
      first = Math.min(first, nearest.first());
      last = Math.max(last, nearest.last());
    }
    if (last - first >= SPAN_MAX || isSpoilt(text, conjunction, anchor, parts)) return null;
    return new Hit(conjunction.concept(), conjunction.entry(), first, last);
  }

  /** Whether a part that must be absent stands in the anchor's sentence. */
  private static boolean isSpoilt(
      FoldedText text, Conjunction conjunction, Hit anchor, List<Hit> parts) {
    if (conjunction.absent().isEmpty()) return false;
    for (Hit part : parts) {
      int from = Math.min(part.first(), anchor.first());
      int to = Math.max(part.last(), anchor.last());
      if (conjunction.absent().contains(part.phrase()) && isOneSentence(text, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Hit nearest(
      FoldedText text, int part, Hit anchor, List<Hit> parts, List<Hit> taken) {
    Hit nearest = null;
    int least = SPAN_MAX;
    for (Hit hit : parts) {
      if (hit.phrase() != part || overlapsAny(hit, taken)) continue;
      int from = Math.min(hit.last(), anchor.last());
      int to = Math.max(hit.first(), anchor.first());
      if (to - from < least && isOneSentence(text, from, to)) {
        least = to - from;
        nearest = hit;
      }
    }
    return nearest;
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
