package org.breakwater.measure.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.statistics.Proportion;

/** All figures of one system's answers to labelled cases under one policy version. */
public final class Evaluation {
  /** Name of the dimension whose only group is everything. */
  public static final String ALL = "all";

  /** Dimensions of the figures, in order, with the group of a case in each; empty: in none. */
  private static final Map<String, Function<Judged, String>> DIMENSIONS = dimensions();

  private final String version;
  private final List<Judged> judged;
  private final List<Figure> figures;

  private Evaluation(String version, List<Judged> judged) {
    this.version = version;
    this.judged = List.copyOf(judged);
    var collected = new ArrayList<Figure>();
    List<Judged> clean = judged.stream().filter(Judged::isClean).toList();
    DIMENSIONS.forEach((dimension, group) -> collected.addAll(figures(dimension, group, clean)));
    List<Judged> disguised = judged.stream().filter(one -> !one.isClean()).toList();
    collected.addAll(figures("mutator", Judged::mutator, disguised));
    this.figures = List.copyOf(collected);
  }

  /** Counts the answers of cases under a version. */
  public static Evaluation of(String version, List<Judged> judged) {
    return new Evaluation(version, judged);
  }

  private static Map<String, Function<Judged, String>> dimensions() {
    var dimensions = new LinkedHashMap<String, Function<Judged, String>>();
    dimensions.put(ALL, _ -> ALL);
    dimensions.put("language", one -> one.event().lang());
    dimensions.put("functionality", one -> one.policyCase().functionality());
    dimensions.put(
        "label", one -> Optional.ofNullable(one.policyCase().label()).map(Label::word).orElse(""));
    dimensions.put("surface", one -> one.event().surface().word());
    dimensions.put("length", one -> Length.of(one.event().text()));
    dimensions.put("style", one -> one.policyCase().style());
    return dimensions;
  }

  private static List<Figure> figures(
      String dimension, Function<Judged, String> group, List<Judged> judged) {
    Map<Key, List<Judged>> groups =
        judged.stream()
            .filter(one -> !group.apply(one).isEmpty())
            .collect(
                Collectors.groupingBy(
                    one -> new Key(one.policyCase().split(), one.duty(), group.apply(one)),
                    () -> new TreeMap<>(Key.ORDER),
                    Collectors.toList()));
    return groups.entrySet().stream()
        .map(
            entry ->
                Figure.of(
                    dimension,
                    entry.getKey().group(),
                    entry.getKey().split(),
                    entry.getKey().duty(),
                    entry.getValue()))
        .toList();
  }

  private record Key(Split split, Duty duty, String group) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::split).thenComparing(Key::duty).thenComparing(Key::group);
  }

  public String version() {
    return version;
  }

  /** Cases answered, without those disguised. */
  public long cases() {
    return judged.stream().filter(Judged::isClean).count();
  }

  /** Names of the dimensions for which there are figures, in order. */
  public List<String> dimensionNames() {
    return figures.stream().map(Figure::dimension).distinct().toList();
  }

  /** Figures of one dimension, by split, duty and group. */
  public List<Figure> figures(String dimension) {
    return figures.stream().filter(figure -> figure.dimension().equals(dimension)).toList();
  }

  /** The figure of all cases of a split with a duty; empty when there are none. */
  public Optional<Figure> whole(Split split, Duty duty) {
    return figures(ALL).stream()
        .filter(figure -> figure.split() == split && figure.duty() == duty)
        .findFirst();
  }

  /** Each label that people or the system gave, by split. */
  public List<LabelScore> labels() {
    var scores = new ArrayList<LabelScore>();
    for (Split split : Split.values()) {
      List<Judged> labelled = labelled(split);
      var labels = new TreeSet<String>();
      labelled.forEach(one -> labels.addAll(List.of(due(one), one.answer().label())));
      labels.remove("");
      for (String label : labels) {
        scores.add(
            new LabelScore(
                label,
                split,
                count(labelled, one -> due(one).equals(label) && isGiven(one, label)),
                count(labelled, one -> isGiven(one, label)),
                count(labelled, one -> due(one).equals(label))));
      }
    }
    return scores;
  }

  private static boolean isGiven(Judged one, String label) {
    return one.answer().label().equals(label);
  }

  /** Of a split, how often each label was given where each was due. */
  public Map<String, Map<String, Long>> confusion(Split split) {
    return labelled(split).stream()
        .collect(
            Collectors.groupingBy(
                Evaluation::due,
                TreeMap::new,
                Collectors.groupingBy(
                    one -> one.answer().label(), TreeMap::new, Collectors.counting())));
  }

  private List<Judged> labelled(Split split) {
    return judged.stream()
        .filter(one -> one.isClean() && one.policyCase().split() == split)
        .filter(one -> one.policyCase().label() != null)
        .toList();
  }

  private static String due(Judged one) {
    return Objects.requireNonNull(one.policyCase().label()).word();
  }

  /**
   * Of the cases due a label of one family, those given a label of another: smuggling is not
   * trafficking.
   */
  public Proportion mistaken(Label.Family due, Label.Family given, Split split) {
    List<Judged> of =
        labelled(split).stream()
            .filter(one -> Objects.requireNonNull(one.policyCase().label()).family() == due)
            .toList();
    return new Proportion(count(of, one -> isOf(given, one.answer().label())), of.size());
  }

  private static boolean isOf(Label.Family family, String word) {
    return Label.named(word).map(label -> label.family() == family).orElse(false);
  }

  /**
   * The share left alone among look-alikes of one label, for a comparison with another: guidance
   * and official warnings must be treated no worse than each other (domain.md S85).
   */
  public Proportion leftAlone(Label label, Split split) {
    List<Judged> of =
        labelled(split).stream()
            .filter(one -> one.policyCase().label() == label && one.duty() == Duty.LOOK_ALIKE)
            .toList();
    return new Proportion(count(of, one -> isLeftAlone(one.answer().outcome())), of.size());
  }

  private static boolean isLeftAlone(Outcome outcome) {
    return outcome == Outcome.ALLOW || outcome == Outcome.ALLOW_WITH_RESOURCES;
  }

  /** The gravest wrong answers, gravest first, then in the order of the cases. */
  public List<Judged> worst(int limit) {
    return judged.stream()
        .filter(one -> !one.isRight())
        .sorted(Comparator.comparing(one -> one.fault().orElse(Fault.OTHER)))
        .limit(limit)
        .toList();
  }

  /** The cases that must never be removed and were, disguised or not. */
  public List<Judged> neverRemoveRemoved() {
    return judged.stream()
        .filter(one -> one.policyCase().neverRemove())
        .filter(one -> one.answer().outcome() == Outcome.REMOVE)
        .toList();
  }

  /** Cases that must never be removed. */
  public long neverRemove() {
    return judged.stream().filter(one -> one.isClean() && one.policyCase().neverRemove()).count();
  }

  private static long count(List<Judged> judged, Predicate<Judged> condition) {
    return judged.stream().filter(condition).count();
  }
}
