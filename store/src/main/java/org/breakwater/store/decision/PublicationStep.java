package org.breakwater.store.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a publication, as it is in the log.
 *
 * @param place of its act; its name tells the time
 * @param publication the same for a proposal and what became of it
 * @param policy such as {@code human-exploitation@2021-11}
 * @param pack the version's hash
 * @param by who did it
 * @param person null for the operator
 * @param expiresAt of a proposal, else null
 */
public record PublicationStep(
    Place place,
    UUID publication,
    Act.Step kind,
    String policy,
    String pack,
    String reason,
    String by,
    @Nullable UUID person,
    @Nullable Instant expiresAt) {

  /** Columns in the order of {@link #of(ResultSet)}. */
  static final String COLUMNS =
      "step, batch, position, publication, kind, policy, pack, reason, done_by, person, expires_at";

  /** Where the seal stands that is read behind them. */
  static final int SEAL_COLUMN = 12;

  /** The step that an act at that place is. */
  public static PublicationStep of(Place place, Act.Published act) {
    return new PublicationStep(
        place,
        act.publication(),
        act.step(),
        act.policy(),
        act.pack(),
        act.reason(),
        act.by(),
        act.person(),
        act.expiresAt());
  }

  static PublicationStep of(ResultSet row) throws SQLException {
    OffsetDateTime expiresAt = row.getObject(11, OffsetDateTime.class);
    return new PublicationStep(
        new Place(row.getObject(1, UUID.class), row.getLong(2), row.getInt(3)),
        row.getObject(4, UUID.class),
        Act.Step.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getObject(10, UUID.class),
        expiresAt == null ? null : expiresAt.toInstant());
  }

  public UUID step() {
    return place.decision();
  }

  public Instant at() {
    return DecisionIds.timeOf(step());
  }

  UUID seal(LogSecrets secrets) {
    return secrets.seal(
        "publication",
        step(),
        place.batch(),
        place.position(),
        publication,
        kind.word(),
        policy,
        pack,
        reason,
        by,
        person == null ? "" : person,
        expiresAt == null ? "" : expiresAt);
  }
}
