package org.breakwater.store.decision;

import java.util.Optional;
import org.breakwater.store.database.Database;

/** The help that was verified while decisions were made. Safe for use by many threads. */
public final class HelpSnapshots {
  private final Database database;

  public HelpSnapshots(Database database) {
    this.database = database;
  }

  /**
   * One of them.
   *
   * @param policies the JSON array that stands in the decisions made with it
   * @param base the same without this help
   * @param resources the verified places, as JSON
   */
  public record Snapshot(String policies, String base, String resources) {}

  /** Keeps one; it is on the disk when this returns. */
  public void keep(Snapshot snapshot) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into help_snapshot (policies, base, resources) values (?, ?, ?)
                    on conflict do nothing
                    """,
                    snapshot.policies(),
                    snapshot.base(),
                    snapshot.resources()));
  }

  /** The one that gave decisions this {@code policies}; empty when there was none. */
  public Optional<Snapshot> find(String policies) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select policies, base, resources from help_snapshot"
                            + " where policies = :policies")
                    .bind("policies", policies)
                    .map(
                        (row, _) ->
                            new Snapshot(row.getString(1), row.getString(2), row.getString(3)))
                    .findOne());
  }
}
