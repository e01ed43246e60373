package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.breakwater.casework.appeal.AppealClock;
import org.breakwater.engine.policy.Label;

/**
 * How long material and acts are kept, in days; then they go, whether or not anybody asks. Material
 * counts from the decision, or from a ruling where that ends it sooner.
 */
final class RetentionClock {
  /**
   * As long as somebody may appeal (DSA, Art. 20: six months). The same for all no-record labels,
   * so that the day on which a row goes does not say which of them it has.
   */
  static final int APPEAL_DAYS = AppealClock.WINDOW_DAYS;

  /** As long as a strike counts (design.md §3, `expires: P365D`), and a day. */
  static final int STRIKE_DAYS = 366;

  /** As long as what is recorded of a decision: nobody is to ask who ruled, and find nothing. */
  static final int ACT_DAYS = STRIKE_DAYS;

  /** A century: what was in force is asked for as long as anybody remembers its decisions. */
  static final int PUBLISHED_DAYS = 36_525;

  /** How long after a ruling what leaves no record is kept, with the ruling (design.md §5). */
  static final int RULED_DAYS = 7;

  private RetentionClock() {}

  static int days(Act act) {
    return switch (act) {
      case Act.Published _ -> PUBLISHED_DAYS;
      case Act.Deed _,
          Act.Ruled _,
          Act.Answered _,
          Act.Confirmed _,
          Act.Undone _,
          Act.UndoneTogether _,
          Act.Switched _,
          Act.Queued _,
          Act.Checked _ ->
          act.isKept() ? ACT_DAYS : RULED_DAYS;
    };
  }

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

  /**
   * Brings forward the day on which what was kept for review goes, where somebody has ruled on it.
   * Seals the row anew: its day is among what is sealed.
   */
  static void ruled(Connection connection, LogSecrets secrets, UUID decision, LocalDate day)
      throws SQLException {
    Seals.MaterialRow row;
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select content, revision, text, expires_on from material
            where decision = ? and not recorded
            """)) {
      select.setObject(1, decision);
      ResultSet found = select.executeQuery();
      if (!found.next()) return;
      LocalDate before = found.getObject(4, LocalDate.class);
      row =
          new Seals.MaterialRow(
              decision,
              false,
              found.getString(1),
              found.getInt(2),
              found.getString(3),
              "",
              "",
              "",
              before.isBefore(day) ? before : day);
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update material set expires_on = ?, seal = ? where decision = ?")) {
      update.setObject(1, row.expiresOn());
      update.setObject(2, Seals.material(secrets, row));
      update.setObject(3, decision);
      update.executeUpdate();
    }
  }
}
