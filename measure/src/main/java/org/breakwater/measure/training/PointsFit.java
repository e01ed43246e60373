package org.breakwater.measure.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.breakwater.engine.signal.Features;
import org.breakwater.engine.signal.Points;

/**
 * Points by multinomial logistic regression (maximum entropy; L-BFGS by Apache OpenNLP) with a
 * Gaussian prior, rounded to hundredths of a natural logarithm of odds. Equal examples give equal
 * points.
 */
public final class PointsFit {
  /** The class of texts that no score is high for. */
  static final String NONE = "";

  /** Seen in fewer texts, a word is unknown and another feature is left out. */
  private static final int TEXTS_MIN = 3;

  /** The prior: what a unit of weight costs, in units of log-likelihood. */
  private static final double PRIOR = 3.3;

  /**
   * The share of features that the second copy of each example keeps. Learning from texts with
   * words struck out lets no weight rest on one word that happens to stand in all texts of a kind
   * (dropout; Wang and Manning, "Fast dropout training", ICML 2013).
   */
  private static final double KEPT = 0.6;

  private static final long SEED = 20211101;

  private static final int ITERATIONS = 100;

  /** Sums are taken by thread, so another number would round other points. */
  private static final int THREADS = 2;

  /** Fewer points than these are noise. */
  private static final int POINTS_MIN = 16;

  private PointsFit() {}

  /**
   * Fits points; where all examples are alike there is nothing to tell apart, and none is given.
   */
  public static Points of(String language, List<Example> examples) {
    if (examples.stream().map(Example::is).distinct().count() < 2)
      return new Points(language, Points.scoreNames(), new TreeMap<>());
    Map<String, Integer> texts = new HashMap<>();
    examples.forEach(e -> e.features().forEach(feature -> texts.merge(feature, 1, Integer::sum)));
    Weights weights = weights(examples, texts);
    List<String> scores = Points.scoreNames();
    NavigableMap<String, List<Integer>> rows = new TreeMap<>();
    for (String feature : weights.byFeature().keySet()) {
      List<Integer> numbers = scores.stream().map(score -> weights.of(feature, score)).toList();
      boolean counts = numbers.stream().anyMatch(points -> Math.abs(points) >= POINTS_MIN);
      if (counts || Features.isWord(feature) || feature.equals(Features.BASE))
        rows.put(feature, numbers);
    }
    return new Points(language, scores, rows);
  }

  /** The likelihood of each score, in parts of a hundred, and of none. */
  public static Map<String, Double> parts(Points points, Example example) {
    Map<String, Double> sums = new LinkedHashMap<>();
    List<String> features = seen(example, points.rows()::containsKey);
    for (int i = 0; i < points.scores().size(); i++) {
      int column = i;
      double total =
          features.stream()
              .map(points.rows()::get)
              .filter(row -> row != null)
              .mapToInt(row -> row.get(column))
              .sum();
      List<Integer> base = points.rows().get(Features.BASE);
      double begun = base == null ? 0 : base.get(column);
      sums.put(points.scores().get(i), (begun + total * example.scale()) / Points.PER_LOG_ODDS);
    }
    double all = 1 + sums.values().stream().mapToDouble(Math::exp).sum();
    Map<String, Double> parts = new LinkedHashMap<>();
    sums.forEach((score, sum) -> parts.put(score, 100 * Math.exp(sum) / all));
    parts.put(NONE, 100 / all);
    return parts;
  }

  /** One example's likelihoods by points that were fitted without its functionality. */
  public record Outside(Example example, Map<String, Double> parts) {}

  /**
   * Leaves out a share of the functionalities in turn: an honest guess at how unseen ones will
   * fare.
   *
   * @param turns how many shares
   */
  public static List<Outside> leavingOut(String language, List<Example> examples, int turns) {
    var outside = new ArrayList<Outside>();
    var names =
        new ArrayList<>(
            new TreeSet<>(
                examples.stream().filter(Example::judged).map(Example::functionality).toList()));
    for (int turn = 0; turn < turns; turn++) {
      var left = new TreeSet<String>();
      for (int i = turn; i < names.size(); i += turns) left.add(names.get(i));
      Points points =
          of(language, examples.stream().filter(e -> !left.contains(e.functionality())).toList());
      examples.stream()
          .filter(e -> e.judged() && left.contains(e.functionality()))
          .forEach(e -> outside.add(new Outside(e, parts(points, e))));
    }
    return outside;
  }

  /** The features of an example, with what is unknown told as such. */
  private static List<String> seen(Example example, java.util.function.Predicate<String> isKnown) {
    List<String> seen = new ArrayList<>();
    int unknown = 0;
    for (String feature : example.features()) {
      if (isKnown.test(feature)) seen.add(feature);
      else if (Features.isWord(feature)) unknown++;
    }
    if (unknown > 0) seen.add(Features.UNKNOWN);
    if (unknown >= Features.UNKNOWN_MANY_MIN) seen.add(Features.UNKNOWN_MANY);
    return seen;
  }

  /** By feature and class, in natural logarithms of odds. */
  private record Weights(NavigableMap<String, Map<String, Double>> byFeature) {
    /** Against texts that no score is high for. */
    int of(String feature, String score) {
      Map<String, Double> weights = byFeature.getOrDefault(feature, Map.of());
      double against = weights.getOrDefault(NONE, 0.0);
      return (int) Math.round((weights.getOrDefault(score, 0.0) - against) * Points.PER_LOG_ODDS);
    }
  }

  private static Weights weights(List<Example> examples, Map<String, Integer> texts) {
    List<Event> events = new ArrayList<>();
    var chance = new SplittableRandom(SEED);
    for (Example example : examples) {
      List<String> seen = seen(example, feature -> texts.getOrDefault(feature, 0) >= TEXTS_MIN);
      events.add(event(example, seen, example.scale()));
      List<String> kept = seen.stream().filter(_ -> chance.nextDouble() < KEPT).toList();
      events.add(event(example, kept, example.scale() / Math.sqrt(KEPT)));
    }
    return read(train(events));
  }

  private static Event event(Example example, List<String> features, double scale) {
    List<String> all = new ArrayList<>(features);
    all.add(Features.BASE);
    var values = new float[all.size()];
    Arrays.fill(values, (float) scale);
    values[values.length - 1] = 1;
    return new Event(classOf(example), all.toArray(String[]::new), values);
  }

  /** A name, since the library takes no empty one. */
  private static String classOf(Example example) {
    return example.is().isEmpty() ? "none" : example.is();
  }

  private static QNModel train(List<Event> events) {
    var parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    parameters.put(QNTrainer.THREADS_PARAM, THREADS);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, PRIOR);
    try {
      var indexer = new OnePassRealValueDataIndexer();
      indexer.init(parameters, new HashMap<>());
      indexer.index(ObjectStreamUtils.createObjectStream(events));
      var trainer = new QNTrainer();
      trainer.init(parameters, new HashMap<>());
      return (QNModel) trainer.train(indexer);
    } catch (IOException e) {
      throw new IllegalStateException("examples in memory cannot be read", e);
    }
  }

  private static Weights read(QNModel model) {
    Object[] structures = model.getDataStructures();
    @SuppressWarnings("unchecked")
    var contexts = (Map<String, Context>) structures[1];
    var classes = (String[]) structures[2];
    NavigableMap<String, Map<String, Double>> weights = new TreeMap<>();
    contexts.forEach(
        (feature, context) -> {
          Map<String, Double> row = new HashMap<>();
          for (int i = 0; i < context.getOutcomes().length; i++) {
            String name = classes[context.getOutcomes()[i]];
            row.put(name.equals("none") ? NONE : name, context.getParameters()[i]);
          }
          weights.put(feature, row);
        });
    return new Weights(weights);
  }
}
