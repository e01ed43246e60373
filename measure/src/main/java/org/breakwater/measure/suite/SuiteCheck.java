package org.breakwater.measure.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breakwater.measure.cases.Functionality;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.evaluation.Length;
import org.jspecify.annotations.Nullable;

/** What is wrong with a suite, and how varied it is. */
public final class SuiteCheck {
  /** Likeness above which one of two cases is refused. */
  public static final double LIKENESS_MAX = 0.8;

  /** Cases a functionality has at least in each language of the suite. */
  public static final int CASES_MIN = 30;

  private static final int SHORT_WORDS = 3;
  private static final int GRAM_WORDS = 5;

  private final Map<String, Functionality> functionalities;
  private final List<PolicyCase> cases;
  private final List<String> faults = new ArrayList<>();
  private final List<Double> nearest = new ArrayList<>();

  private SuiteCheck(Map<String, Functionality> functionalities, List<PolicyCase> cases) {
    this.functionalities = functionalities;
    this.cases = cases;
  }

  /**
   * Checks a suite.
   *
   * @param functionalities by name
   */
  public static SuiteCheck of(Map<String, Functionality> functionalities, List<PolicyCase> cases) {
    var check = new SuiteCheck(new TreeMap<>(functionalities), List.copyOf(cases));
    check.members();
    check.contrasts();
    check.counts();
    check.splits();
    check.likeness();
    return check;
  }

  /** All faults, one sentence each; empty when the suite is fit. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  private void members() {
    for (PolicyCase one : cases) {
      String id = one.event().id();
      Functionality functionality = functionalities.get(one.functionality());
      if (functionality == null) {
        faults.add("%s: no functionality `%s` is defined".formatted(id, one.functionality()));
        continue;
      }
      if (one.split() != functionality.split())
        faults.add("%s: its functionality is `%s`".formatted(id, functionality.split().word()));
      if (one.label() != functionality.label())
        faults.add(
            "%s: its functionality has label `%s`".formatted(id, functionality.label().word()));
      if (one.style().isEmpty()) faults.add(id + ": has no style");
      if (one.event().lang().isEmpty()) faults.add(id + ": has no lang");
    }
  }

  private void contrasts() {
    Map<String, PolicyCase> byId = new HashMap<>();
    for (PolicyCase one : cases) {
      if (byId.put(one.event().id(), one) != null) faults.add(one.event().id() + ": stands twice");
    }
    for (PolicyCase one : cases) {
      if (one.contrastOf().isEmpty()) continue;
      @Nullable PolicyCase other = byId.get(one.contrastOf());
      if (other == null)
        faults.add(
            "%s: contrasts with `%s`, which is not there"
                .formatted(one.event().id(), one.contrastOf()));
      else if (other.contrastOf().isEmpty())
        faults.add(
            "%s: does not name `%s` as its contrast".formatted(one.contrastOf(), one.event().id()));
      else if (other.split() != one.split())
        faults.add("%s: contrasts with a case of another split".formatted(one.event().id()));
    }
  }

  private void counts() {
    Map<String, Long> counts =
        cases.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.functionality() + " " + one.event().lang(), Collectors.counting()));
    for (String functionality : functionalities.keySet()) {
      for (String lang : languages()) {
        long count = counts.getOrDefault(functionality + " " + lang, 0L);
        if (count < CASES_MIN)
          faults.add(
              "%s: %d cases in `%s`; needs %d".formatted(functionality, count, lang, CASES_MIN));
      }
    }
  }

  /** A third of the functionalities, and two of each group that has so many, are held. */
  private void splits() {
    long held = functionalities.values().stream().filter(f -> f.split() == Split.HELD).count();
    if (held * 3 < functionalities.size())
      faults.add("only %d of %d functionalities are held".formatted(held, functionalities.size()));
    functionalities.values().stream()
        .collect(Collectors.groupingBy(Functionality::group, TreeMap::new, Collectors.toList()))
        .forEach(
            (group, members) -> {
              long heldOfGroup = members.stream().filter(f -> f.split() == Split.HELD).count();
              if (heldOfGroup < 2)
                faults.add(
                    "group %s: %d functionalities held; needs 2".formatted(group, heldOfGroup));
            });
  }

  /**
   * Refuses a case too like one before it of the same language; a contrast may be like its pair.
   */
  private void likeness() {
    var before = new ArrayList<PolicyCase>();
    var grams = new ArrayList<int[]>();
    Map<Integer, List<Integer>> holders = new HashMap<>();
    for (PolicyCase one : cases) {
      int[] own = Grams.ofThree(one.event().text());
      Map<Integer, Integer> shared = new HashMap<>();
      for (int gram : own) {
        for (int holder : holders.getOrDefault(gram, List.of()))
          shared.merge(holder, 1, Integer::sum);
      }
      double most = 0;
      int like = -1;
      for (Map.Entry<Integer, Integer> entry : shared.entrySet()) {
        // Two sets that share so few cannot be alike.
        if (entry.getValue() * 2 < own.length * most) continue;
        PolicyCase other = before.get(entry.getKey());
        if (!other.event().lang().equals(one.event().lang()) || arePair(one, other)) continue;
        double likeness = Grams.likeness(own, grams.get(entry.getKey()));
        if (likeness > most) {
          most = likeness;
          like = entry.getKey();
        }
      }
      if (most > LIKENESS_MAX && Grams.words(one.event().text()).size() >= SHORT_WORDS)
        faults.add(
            "%s: too like `%s` (3-gram Jaccard %.2f); write another"
                .formatted(one.event().id(), before.get(like).event().id(), most));
      nearest.add(most);
      for (int gram : own) holders.computeIfAbsent(gram, _ -> new ArrayList<>()).add(before.size());
      before.add(one);
      grams.add(own);
    }
  }

  private static boolean arePair(PolicyCase one, PolicyCase other) {
    return one.contrastOf().equals(other.event().id())
        || other.contrastOf().equals(one.event().id());
  }

  /** Languages of the suite, sorted. */
  public List<String> languages() {
    return cases.stream().map(one -> one.event().lang()).distinct().sorted().toList();
  }

  /** Of all runs of five words, the share that differ; 1 where nothing is said twice. */
  public double distinctFiveGrams() {
    Set<List<String>> distinct = new HashSet<>();
    long all = 0;
    for (PolicyCase one : cases) {
      List<String> words = Grams.words(one.event().text());
      for (int at = 0; at + GRAM_WORDS <= words.size(); at++, all++) {
        distinct.add(List.copyOf(words.subList(at, at + GRAM_WORDS)));
      }
    }
    return all == 0 ? 1 : (double) distinct.size() / all;
  }

  /**
   * The likeness of a case to the nearest before it, below which that share of all lie.
   *
   * @param share in [0, 1]; 0.5 for the median
   */
  public double nearestLikeness(double share) {
    List<Double> sorted = nearest.stream().sorted().toList();
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
  }

  /** How many cases each label has on each surface and of each length. */
  public Map<String, Map<String, Long>> spread() {
    var spread = new TreeMap<String, Map<String, Long>>();
    for (PolicyCase one : cases) {
      String label = one.label() == null ? "" : one.label().word();
      Map<String, Long> row = spread.computeIfAbsent(label, _ -> new TreeMap<>());
      row.merge(one.event().surface().word(), 1L, Long::sum);
      row.merge(Length.of(one.event().text()), 1L, Long::sum);
    }
    return spread;
  }
}
