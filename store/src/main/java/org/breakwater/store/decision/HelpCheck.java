package org.breakwater.store.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a person found out about a place to get help.
 *
 * @param act its own name (UUIDv7), that of its act in the log
 * @param finding what was found out
 */
public record HelpCheck(UUID act, Finding finding) {

  /** Columns in the order of {@link #of}. */
  static final String COLUMNS =
      "act, entry, entry_hash, kind, method, shares, checked_on, expires_on, note, checked_by";

  /**
   * What is found out.
   *
   * @param entry id in the directory
   * @param entryHash of the entry's data as it was looked at
   * @param kind {@code verified}, {@code suspended} (not to be shown until it is verified again) or
   *     {@code withdrawn} (it should not have been verified)
   * @param method {@code call}, {@code site} or {@code partner}; empty where not verified
   * @param shares whether it shares with immigration authorities: {@code yes}, {@code no}, {@code
   *     unknown}; empty where not verified
   * @param expiresOn the day from which it holds no longer
   * @param by the person's name
   */
  public record Finding(
      String entry,
      String entryHash,
      String kind,
      String method,
      String shares,
      LocalDate checkedOn,
      LocalDate expiresOn,
      String note,
      String by) {
    public boolean isVerified() {
      return kind.equals("verified");
    }
  }

  static HelpCheck of(ResultSet row) throws SQLException {
    return new HelpCheck(
        row.getObject(1, UUID.class),
        new Finding(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getObject(7, LocalDate.class),
            row.getObject(8, LocalDate.class),
            row.getString(9),
            row.getString(10)));
  }

  /** When it was entered. */
  public Instant at() {
    return DecisionIds.timeOf(act);
  }
}
