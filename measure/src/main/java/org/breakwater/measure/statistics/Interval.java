package org.breakwater.measure.statistics;

/** A closed range in [0, 1]. */
public record Interval(double low, double high) {
  public Interval {
    if (!(0 <= low && low <= high && high <= 1))
      throw new IllegalArgumentException("not within [0, 1]: " + low + ".." + high);
  }
}
