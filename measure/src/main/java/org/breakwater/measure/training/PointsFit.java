package org.breakwater.measure.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Points by logistic regression (L2, by liblinear; Fan et al., 2008) on observations that hold or
 * do not, rounded to tenths of a natural logarithm of odds.
 */
public final class PointsFit {
  /** Points of an observation by name; the empty name is what every text begins with. */
  public static final String BASE = "";

  private static final double PER_LOG_ODDS = 10;
  private static final double COST = 0.3;
  private static final double TOLERANCE = 1e-4;
  private static final int FIRES_MIN = 4;

  /** Fewer points than these are noise. */
  private static final int POINTS_MIN = 3;

  private PointsFit() {}

  /**
   * Fits points; observations that say nothing are left out. Where all examples are alike there is
   * nothing to tell apart, and only a base of 0.
   */
  public static SortedMap<String, Integer> of(List<Example> examples) {
    if (examples.stream().map(Example::is).distinct().count() < 2)
      return new TreeMap<>(Map.of(BASE, 0));
    List<String> names = names(examples);
    var points = new TreeMap<String, Integer>();
    Model model = Linear.train(problem(examples, names), parameter(examples));
    double[] weights = model.getFeatureWeights();
    int sign = model.getLabels()[0] == 1 ? 1 : -1;
    for (int i = 0; i <= names.size(); i++) {
      int rounded = (int) Math.round(sign * weights[i] * PER_LOG_ODDS);
      String name = i < names.size() ? names.get(i) : BASE;
      if (Math.abs(rounded) >= POINTS_MIN || name.equals(BASE)) points.put(name, rounded);
    }
    return points;
  }

  /** The sum of an example. */
  public static int score(Map<String, Integer> points, Example example) {
    int score = points.getOrDefault(BASE, 0);
    for (String name : example.observed()) score += points.getOrDefault(name, 0);
    return score;
  }

  /** One example's sum by points that were fitted without its functionality. */
  public record Outside(Example example, int score) {}

  /** Leaves out each functionality in turn: an honest guess at how unseen ones will fare. */
  public static List<Outside> leavingOut(List<Example> examples) {
    var outside = new ArrayList<Outside>();
    for (String functionality :
        new TreeSet<>(examples.stream().map(Example::functionality).toList())) {
      Map<String, Integer> points =
          of(examples.stream().filter(e -> !e.functionality().equals(functionality)).toList());
      examples.stream()
          .filter(e -> e.functionality().equals(functionality))
          .forEach(e -> outside.add(new Outside(e, score(points, e))));
    }
    return outside;
  }

  private static List<String> names(List<Example> examples) {
    Map<String, Integer> fires = new TreeMap<>();
    examples.forEach(example -> example.observed().forEach(n -> fires.merge(n, 1, Integer::sum)));
    return fires.entrySet().stream()
        .filter(entry -> entry.getValue() >= FIRES_MIN)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Problem problem(List<Example> examples, List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size() + 1));
    var problem = new Problem();
    problem.l = examples.size();
    problem.n = names.size() + 1;
    problem.x = new Feature[examples.size()][];
    problem.y = new double[examples.size()];
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      problem.y[i] = example.is() ? 1 : -1;
      List<Feature> row = new ArrayList<>();
      example.observed().stream()
          .map(places::get)
          .filter(place -> place != null)
          .sorted()
          .distinct()
          .forEach(place -> row.add(new FeatureNode(place, 1)));
      row.add(new FeatureNode(names.size() + 1, 1));
      problem.x[i] = row.toArray(Feature[]::new);
    }
    return problem;
  }

  private static Parameter parameter(List<Example> examples) {
    long positive = examples.stream().filter(Example::is).count();
    double ratio = (examples.size() - positive) / (double) Math.max(1, positive);
    var parameter = new Parameter(SolverType.L2R_LR, COST, TOLERANCE);
    parameter.setWeights(new double[] {Math.sqrt(ratio), 1}, new int[] {1, -1});
    parameter.setRandom(new Random(1));
    return parameter;
  }
}
