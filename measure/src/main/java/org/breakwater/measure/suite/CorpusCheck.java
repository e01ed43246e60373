package org.breakwater.measure.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.breakwater.measure.cases.CorpusText;
import org.breakwater.measure.cases.Functionality;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.cases.Split;

/**
 * Finds what a corpus gives away of a suite: whoever learns from it must not have seen what is
 * measured on.
 */
public final class CorpusCheck {
  private static final int RUN_WORDS = 5;

  /** So many runs of five words in common, and half of the text's, are no accident. */
  private static final int RUNS_MIN = 2;

  private CorpusCheck() {}

  /** All faults, one sentence each, without a word of what is held; empty when nothing leaks. */
  public static List<String> faults(
      Collection<Functionality> functionalities, List<PolicyCase> cases, List<CorpusText> corpus) {
    Set<String> held =
        functionalities.stream()
            .filter(one -> one.split() == Split.HELD)
            .map(Functionality::name)
            .collect(Collectors.toSet());
    Map<List<String>, String> whole = new HashMap<>();
    Map<List<String>, Set<String>> runs = new HashMap<>();
    for (PolicyCase one : cases) {
      List<String> words = Grams.words(one.event().text());
      whole.put(words, one.event().id());
      if (one.split() != Split.HELD) continue;
      for (List<String> run : runs(words))
        runs.computeIfAbsent(run, _ -> new HashSet<>()).add(one.event().id());
    }
    var faults = new ArrayList<String>();
    for (CorpusText text : corpus) {
      String id = text.event().id();
      List<String> words = Grams.words(text.event().text());
      if (held.contains(text.functionality()))
        faults.add("%s: its functionality `%s` is held".formatted(id, text.functionality()));
      String same = whole.get(words);
      if (same != null) faults.add("%s: says what the case `%s` says".formatted(id, same));
      else if (isTakenFrom(words, runs)) faults.add(id + ": says much of what a held case says");
    }
    return faults;
  }

  private static boolean isTakenFrom(List<String> words, Map<List<String>, Set<String>> runs) {
    Set<List<String>> own = runs(words);
    Map<String, Integer> shared = new HashMap<>();
    for (List<String> run : own)
      runs.getOrDefault(run, Set.of()).forEach(id -> shared.merge(id, 1, Integer::sum));
    return shared.values().stream().anyMatch(n -> n >= RUNS_MIN && 2 * n >= own.size());
  }

  private static Set<List<String>> runs(List<String> words) {
    var runs = new HashSet<List<String>>();
    for (int at = 0; at + RUN_WORDS <= words.size(); at++)
      runs.add(List.copyOf(words.subList(at, at + RUN_WORDS)));
    return runs;
  }
}
