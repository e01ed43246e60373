package org.breakwater.measure.prevalence;

/**
 * One post that was drawn, and what a person said of it.
 *
 * @param probability with which it was drawn, in (0, 1]
 * @param lang the language it was judged in, as a primary subtag
 * @param counts whether it is what is looked for
 */
public record Drawn(double probability, String lang, boolean counts) {
  public Drawn {
    if (!(probability > 0 && probability <= 1))
      throw new IllegalArgumentException("must lie in (0, 1]: " + probability);
  }
}
