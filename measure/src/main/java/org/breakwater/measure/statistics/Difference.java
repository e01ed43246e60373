package org.breakwater.measure.statistics;

/**
 * How much one share lies above another.
 *
 * @param value in [-1, 1]
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 */
public record Difference(double value, double low, double high) {
  /**
   * {@code one - other} with the interval of Newcombe (1998, method 10), from the Wilson intervals
   * of both; both must have been tried.
   */
  public static Difference of(Proportion one, Proportion other) {
    double value = one.value() - other.value();
    Interval a = one.wilson();
    Interval b = other.wilson();
    double below = Math.hypot(one.value() - a.low(), b.high() - other.value());
    double above = Math.hypot(a.high() - one.value(), other.value() - b.low());
    return new Difference(value, value - below, value + above);
  }
}
