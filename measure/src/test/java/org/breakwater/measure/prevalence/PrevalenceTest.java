package org.breakwater.measure.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.breakwater.measure.statistics.Interval;
import org.breakwater.measure.statistics.Proportion;
import org.junit.jupiter.api.Test;

class PrevalenceTest {
  private static final int RUNS = 1_000;

  /** So many posts that are looked for among so many, each drawn with that probability. */
  private record Cell(int posts, int wanted, double probability) {}

  /** A million posts of which 14,380 break the rules, 2,880 of them where nobody looks. */
  private static final List<Cell> PLATFORM =
      List.of(
          new Cell(10_000, 7_000, 0.2),
          new Cell(30_000, 4_500, 0.1),
          new Cell(960_000, 2_880, 0.01));

  private static double share(List<Cell> cells) {
    double wanted = cells.stream().mapToInt(Cell::wanted).sum();
    return wanted / cells.stream().mapToInt(Cell::posts).sum();
  }

  /** Each post on its own, as the server draws: by the gaps between those that are drawn. */
  private static List<Drawn> drawn(List<Cell> cells, RandomGenerator chance) {
    List<Drawn> drawn = new ArrayList<>();
    for (Cell cell : cells) {
      draw(cell.wanted(), cell.probability(), true, chance, drawn);
      draw(cell.posts() - cell.wanted(), cell.probability(), false, chance, drawn);
    }
    return drawn;
  }

  private static void draw(
      int posts, double probability, boolean counts, RandomGenerator chance, List<Drawn> drawn) {
    double at = gap(probability, chance);
    while (at < posts) {
      drawn.add(new Drawn(probability, "en", counts));
      at += 1 + gap(probability, chance);
    }
  }

  private static double gap(double probability, RandomGenerator chance) {
    return Math.floor(Math.log1p(-chance.nextDouble()) / Math.log1p(-probability));
  }

  private static RandomGenerator seeded(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @Test
  void interval_holdsTheTruth_in95Of100Samples_andTheEstimateIsUnbiased() {
    double truth = share(PLATFORM);
    int held = 0;
    double sum = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      Prevalence estimate = Prevalence.of(drawn(PLATFORM, seeded(seed)));
      sum += estimate.share();
      Interval interval = estimate.interval();
      if (interval.low() <= truth && truth <= interval.high()) held++;
    }
    System.out.printf("the interval held the truth in %d of %d samples%n", held, RUNS);
    // 950 of 1,000, and twice the 7 by which such a count varies; seeds are fixed.
    assertThat(held).isBetween(936, 964);
    assertThat(sum / RUNS).isCloseTo(truth, within(0.01 * truth));
  }

  @Test
  void estimateWithoutWeights_wouldBeWrong() {
    List<Drawn> sample = drawn(PLATFORM, seeded(1));
    double naive = (double) sample.stream().filter(Drawn::counts).count() / sample.size();
    assertThat(naive).isGreaterThan(5 * share(PLATFORM));
  }

  @Test
  void equalProbabilities_giveWilsonsInterval() {
    List<Drawn> sample = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) sample.add(new Drawn(1e-9, "en", i < 30));
    Prevalence estimate = Prevalence.of(sample);
    Interval wilson = new Proportion(30, 1_000).wilson();
    assertThat(estimate.share()).isCloseTo(0.03, within(1e-12));
    assertThat(estimate.interval().low()).isCloseTo(wilson.low(), within(1e-6));
    assertThat(estimate.interval().high()).isCloseTo(wilson.high(), within(1e-6));
  }

  @Test
  void whatWasNotFound_mayStillBeThere() {
    List<Drawn> sample = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) sample.add(new Drawn(0.001, "en", false));
    Interval interval = Prevalence.of(sample).interval();
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isBetween(0.003, 0.005);
  }

  @Test
  void whatWasWhollyDrawn_isSure_andNothingDrawnSaysNothing() {
    var sure = Prevalence.of(List.of(new Drawn(1, "en", true), new Drawn(1, "en", false)));
    assertThat(sure.interval()).isEqualTo(new Interval(0.5, 0.5));
    assertThat(Prevalence.of(List.of()).interval()).isEqualTo(new Interval(0, 1));
    assertThat(Prevalence.of(List.of()).share()).isNaN();
  }
}
