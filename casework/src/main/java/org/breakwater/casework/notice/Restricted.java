package org.breakwater.casework.notice;

/**
 * A restriction with its time.
 *
 * @param days how long it lasts; 0: until it is undone, or until a person has decided
 */
public record Restricted(Restriction restriction, int days) {
  public Restricted {
    if (days < 0) throw new IllegalArgumentException("days must not be negative: " + days);
  }

  Restriction.Lasting lasting() {
    if (days > 0) return Restriction.Lasting.DAYS;
    return restriction.lasting() == Restriction.Lasting.DAYS
        ? Restriction.Lasting.UNTIL_UNDONE
        : restriction.lasting();
  }
}
