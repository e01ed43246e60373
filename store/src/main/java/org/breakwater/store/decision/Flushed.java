package org.breakwater.store.decision;

import java.util.Optional;
import org.breakwater.store.database.Database;

/** Whether the write-ahead log is on the disk up to where a batch was written. */
public final class Flushed {
  private Flushed() {}

  /**
   * Asks the database now; empty when it has no such batch.
   *
   * @param batch number of the log's entry
   */
  public static Optional<Boolean> isFlushed(Database database, long batch) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select pg_current_wal_flush_lsn() > wal from log_entry where entry = :e")
                    .bind("e", batch)
                    .mapTo(Boolean.class)
                    .findOne());
  }
}
