package org.breakwater.store.sample;

import java.time.LocalDate;

/**
 * One post that was drawn.
 *
 * @param day of its decision, in UTC
 * @param stratum among which posts it was drawn
 * @param probability with which it was drawn, in (0, 1]
 * @param lang the language it was judged in
 * @param region as the platform said; empty when it did not
 * @param outcome as it was sent; never a label
 * @param text with contacts blotted out
 */
public record Sample(
    LocalDate day,
    String stratum,
    double probability,
    String lang,
    String region,
    String surface,
    String outcome,
    String text) {

  public Sample {
    if (!(probability > 0 && probability <= 1))
      throw new IllegalArgumentException("no probability to be drawn with: " + probability);
    // PostgreSQL's texts cannot hold it.
    lang = lang.replace('\0', '\uFFFD');
    region = region.replace('\0', '\uFFFD');
    text = text.replace('\0', '\uFFFD');
  }
}
