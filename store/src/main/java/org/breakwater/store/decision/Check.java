package org.breakwater.store.decision;

/**
 * What somebody found who looked at an account before it is closed.
 *
 * @param victim whether it belongs to a victim
 * @param coercion whether its owner is made to do this
 * @param compromise whether somebody else has taken it over
 */
public record Check(Part victim, Part coercion, Part compromise) {
  /** What was found about one of these. */
  public record Part(Found found, String note) {}

  /** Whether it is so. */
  public enum Found {
    YES,
    NO,
    UNSURE
  }

  /** Whether all of it is ruled out. */
  public boolean isClear() {
    return victim.found() == Found.NO
        && coercion.found() == Found.NO
        && compromise.found() == Found.NO;
  }

  /** The notes, one a line. */
  String notes() {
    return String.join("\n", victim.note(), coercion.note(), compromise.note());
  }
}
