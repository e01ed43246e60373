package org.breakwater.store.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Where the platform wants to be told.
 *
 * @param description by which people know it
 * @param format the form of its messages, from its first to its last
 * @param why it is not active; empty while it is
 */
public record Endpoint(
    UUID id,
    String url,
    String description,
    Set<Scheme> schemes,
    Format format,
    State state,
    String why,
    Instant createdAt) {
  static final String COLUMNS =
      "endpoint, url, description, schemes, format, state, why, created_at";

  public Endpoint {
    schemes = Set.copyOf(schemes);
  }

  /** Whether messages go there. */
  public enum State {
    ACTIVE,
    DISABLED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isActive() {
    return state == State.ACTIVE;
  }

  public Endpoint at(String newUrl) {
    return new Endpoint(id, newUrl, description, schemes, format, state, why, createdAt);
  }

  public Endpoint described(String newDescription) {
    return new Endpoint(id, url, newDescription, schemes, format, state, why, createdAt);
  }

  public Endpoint enabled() {
    return new Endpoint(id, url, description, schemes, format, State.ACTIVE, "", createdAt);
  }

  public Endpoint disabled(String because) {
    return new Endpoint(id, url, description, schemes, format, State.DISABLED, because, createdAt);
  }

  static Endpoint of(ResultSet row) throws SQLException {
    return new Endpoint(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        Scheme.parse(row.getString(4)),
        Format.named(row.getString(5)).orElseThrow(),
        State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant());
  }
}
