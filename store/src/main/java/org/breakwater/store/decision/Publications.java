package org.breakwater.store.decision;

import java.util.List;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.StoreFault;
import org.jdbi.v3.core.JdbiException;

/** Reads what was published. Safe for use by many threads. */
public final class Publications {
  private final Database database;

  public Publications(Database database) {
    this.database = database;
  }

  /** All steps, in the order of the log. */
  public List<PublicationStep> all() {
    return after(-1);
  }

  /**
   * The steps that entries of the log after this one hold, in its order.
   *
   * @param batch number of an entry
   * @throws StoreFault where the database does not answer
   */
  public List<PublicationStep> after(long batch) {
    try {
      return database
          .jdbi()
          .withHandle(
              handle ->
                  handle
                      .createQuery(
                          "select %s from publication_step where batch > :batch order by 2, 3"
                              .formatted(PublicationStep.COLUMNS))
                      .bind("batch", batch)
                      .map((row, _) -> PublicationStep.of(row))
                      .list());
    } catch (JdbiException e) {
      throw new StoreFault(
          StoreFault.Code.DATABASE_GONE, "the timeline cannot be read: " + e.getMessage());
    }
  }
}
