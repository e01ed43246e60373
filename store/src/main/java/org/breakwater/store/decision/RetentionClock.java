package org.breakwater.store.decision;

import org.breakwater.engine.policy.Label;

/**
 * How long material is kept, in days from the decision; then it goes, whether or not anybody asks.
 */
final class RetentionClock {
  /**
   * As long as somebody may appeal (DSA, Art. 20: six months). The same for all no-record labels,
   * so that the day on which a row goes does not say which of them it has.
   */
  static final int APPEAL_DAYS = 184;

  /** As long as a strike counts (design.md §3, `expires: P365D`), and a day. */
  static final int STRIKE_DAYS = 366;

  private RetentionClock() {}

  static int days(Material material) {
    return switch (material) {
      case Material.None _ -> 0;
      case Material.Unrecorded _ -> APPEAL_DAYS;
      case Material.Recorded kept -> days(kept.label());
    };
  }

  private static int days(Label label) {
    return switch (label) {
      case OFFER, FACILITATE, DRIVER_RECRUITMENT, DOCUMENT_FRAUD, LE_EVASION, EXTORTION ->
          STRIKE_DAYS;
      // Also what 18 USC 2258A(h) asks to preserve for a year where it is reported.
      case TRAFFICKING,
          TRAFFICKING_SEXUAL,
          TRAFFICKING_LABOUR,
          TRAFFICKING_DOMESTIC_SERVITUDE,
          TRAFFICKING_FORCED_MARRIAGE,
          TRAFFICKING_CHILD_SALE,
          TRAFFICKING_ORGAN,
          TRAFFICKING_FORCED_CRIME,
          TRAFFICKING_CHILD_SOLDIER,
          TRAFFICKING_ORPHANAGE,
          DRUG_OFFER ->
          STRIKE_DAYS;
      case SOLICIT,
          INFO_REQUEST,
          CROSSING_INFO,
          ASYLUM_SAFETY,
          COUNTER_SPEECH,
          SURVIVOR_DISCLOSURE,
          SUCCESS_STORY,
          IMMINENT_DANGER,
          UNCLEAR,
          BENIGN,
          DRUG_SOLICIT,
          DRUG_INFORMATION ->
          APPEAL_DAYS;
    };
  }
}
