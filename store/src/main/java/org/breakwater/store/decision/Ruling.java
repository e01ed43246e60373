package org.breakwater.store.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * What a person ruled on a decision. The newest on a content and revision stands, also against
 * machines.
 *
 * @param ruling its own name (UUIDv7), that of its act in the log
 * @param content the content's name under the key outside the database
 * @param by the person's name
 */
public record Ruling(
    UUID ruling,
    UUID decision,
    UUID content,
    int revision,
    String outcome,
    String reason,
    String by) {

  /** Columns in the order of {@link #of}. */
  static final String COLUMNS = "ruling, decision, content, revision, outcome, reason, ruled_by";

  public Ruling(UUID name, Act.Ruled ruled) {
    this(
        name,
        ruled.decision(),
        ruled.content(),
        ruled.revision(),
        ruled.outcome(),
        ruled.reason(),
        ruled.by());
  }

  static Ruling of(ResultSet row) throws SQLException {
    return new Ruling(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getInt(4),
        row.getString(5),
        row.getString(6),
        row.getString(7));
  }

  public Instant at() {
    return DecisionIds.timeOf(ruling);
  }
}
