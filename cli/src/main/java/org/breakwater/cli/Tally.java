package org.breakwater.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.engine.decision.Decision;

/** Counts of what was decided; not for use by several threads. */
final class Tally {
  /** Distinct words that are counted apart. */
  static final int WORDS_MAX = 500;

  /** What all further words are counted under. */
  static final String ALL_OTHERS = "(others)";

  private final Map<String, Long> outcomes = new TreeMap<>();
  private final Map<String, Long> labels = new TreeMap<>();
  private final Map<String, Long> clauses = new TreeMap<>();
  private final Map<String, Long> languages = new TreeMap<>();
  private final Map<String, Long> ignoredMembers = new TreeMap<>();
  private long decided;
  private long refused;

  void decided(Decision decision) {
    decided++;
    count(outcomes, decision.outcome().word());
    count(labels, decision.label().word());
    count(languages, decision.lang());
    decision.clauses().forEach(clause -> count(clauses, clause));
  }

  void refuse() {
    refused++;
  }

  void ignored(List<String> members) {
    members.forEach(member -> count(ignoredMembers, member));
  }

  /** Adds what another tally counted. */
  void add(Tally other) {
    decided += other.decided;
    refused += other.refused;
    addAll(outcomes, other.outcomes);
    addAll(labels, other.labels);
    addAll(clauses, other.clauses);
    addAll(languages, other.languages);
    addAll(ignoredMembers, other.ignoredMembers);
  }

  private static void count(Map<String, Long> counts, String word) {
    count(counts, word, 1);
  }

  // Members and languages are strangers' words: their number must not grow with the input.
  private static void count(Map<String, Long> counts, String word, long times) {
    boolean room = counts.size() < WORDS_MAX || counts.containsKey(word);
    counts.merge(room ? word : ALL_OTHERS, times, Long::sum);
  }

  private static void addAll(Map<String, Long> counts, Map<String, Long> more) {
    more.forEach((word, times) -> count(counts, word, times));
  }

  long decided() {
    return decided;
  }

  long refused() {
    return refused;
  }

  /** Decisions by outcome, by label, by clause that holds and by language, most frequent first. */
  Map<String, List<Map.Entry<String, Long>>> sections() {
    var sections = new java.util.LinkedHashMap<String, List<Map.Entry<String, Long>>>();
    sections.put("outcome", mostFrequentFirst(outcomes));
    sections.put("label", mostFrequentFirst(labels));
    sections.put("clause", mostFrequentFirst(clauses));
    sections.put("lang", mostFrequentFirst(languages));
    return sections;
  }

  /** How often each member was met that the contract does not know, by name. */
  Map<String, Long> ignoredMembers() {
    return ignoredMembers;
  }

  private static List<Map.Entry<String, Long>> mostFrequentFirst(Map<String, Long> counts) {
    var entries = new ArrayList<>(counts.entrySet());
    entries.sort(
        Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue())
            .thenComparing(Map.Entry::getKey));
    return entries;
  }
}
