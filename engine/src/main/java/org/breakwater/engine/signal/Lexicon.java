package org.breakwater.engine.signal;

import java.util.List;
import org.breakwater.engine.text.PhraseIndex;

/**
 * The phrases of one policy version, in all its languages, sorted by language, signal and pattern.
 *
 * @param points what texts are scored by, at most one for a language; a language without has no
 *     scores
 */
public record Lexicon(List<Entry> entries, List<Points> points) {
  public static final Lexicon EMPTY = new Lexicon(List.of(), List.of());

  public Lexicon {
    entries = List.copyOf(entries);
    points = List.copyOf(points);
  }

  /** A lexicon without scores. */
  public Lexicon(List<Entry> entries) {
    this(entries, List.of());
  }

  /**
   * Whether anything comes of an entry: a family of cues without points in its language is idle.
   */
  boolean isOfUse(Entry entry) {
    if (points.isEmpty() || !entry.concept().startsWith("cue.")) return true;
    String feature = Features.of(entry.concept());
    return points.stream()
        .anyMatch(
            one -> one.language().equals(entry.language()) && one.rows().containsKey(feature));
  }

  /**
   * One phrase.
   *
   * @param language BCP 47 primary subtag; {@code und} for emoji and signs of every language
   * @param concept the name of the concept it is a cue of; see {@link Concept}
   * @param pattern in the syntax of {@link PhraseIndex}, with word classes already expanded;
   *     patterns joined by {@code &} are parts that stand in one sentence in any order
   */
  public record Entry(String language, String concept, String pattern) {}

  /** Checks the patterns of one lexicon before they become entries. */
  public static final class Check {
    private final PhraseIndex.Check parts = new PhraseIndex.Check();

    /** What is wrong with a pattern, for the person who wrote it; empty when nothing is. */
    public String fault(String pattern) {
      if (LexiconIndex.isOnlyAbsent(pattern)) {
        return "every part is marked absent by `!`; name at least one that must stand there";
      }
      for (String part : LexiconIndex.parts(pattern)) {
        String fault = parts.fault(LexiconIndex.words(part));
        if (!fault.isEmpty()) return fault;
      }
      return "";
    }
  }
}
