package org.breakwater.store.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.breakwater.store.database.Database;

/** Trials of help, as they were registered before they began. Safe for use by many threads. */
public final class HelpTrials {
  private final Database database;
  private final LogSecrets secrets;

  public HelpTrials(Database database, LogSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /**
   * A registration.
   *
   * @param json as the log holds it
   */
  public record Registered(String trial, String json, LocalDate on) {}

  /** Registers one; false when there is one of that name. */
  public boolean register(Registered trial) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.execute(
                        """
                        insert into help_trial (trial, json, registered_on, seal)
                        values (?, ?, ?, ?) on conflict do nothing
                        """,
                        trial.trial(),
                        trial.json(),
                        trial.on(),
                        seal(trial))
                    == 1);
  }

  /** All of them, oldest first; one that was changed afterwards is none. */
  public List<Registered> all() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select trial, json, registered_on, seal from help_trial
                        order by registered_on, trial
                        """)
                    .map(
                        (row, _) -> {
                          var trial =
                              new Registered(
                                  row.getString(1),
                                  row.getString(2),
                                  row.getObject(3, LocalDate.class));
                          boolean holds = seal(trial).equals(row.getObject(4, UUID.class));
                          return holds ? List.of(trial) : List.<Registered>of();
                        })
                    .list())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /**
   * A trial that ended before its time.
   *
   * @param on the first day on which nobody is held back any more
   */
  public record Stopped(String trial, String reason, LocalDate on) {}

  /** Ends one; false when it was ended before. */
  public boolean stop(Stopped stopped) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.execute(
                        """
                        insert into help_trial_stop (trial, reason, stopped_on, seal)
                        values (?, ?, ?, ?) on conflict do nothing
                        """,
                        stopped.trial(),
                        stopped.reason(),
                        stopped.on(),
                        seal(stopped))
                    == 1);
  }

  /** All that were ended. A row that was changed afterwards ends its trial all the same. */
  public List<Stopped> stopped() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select trial, reason, stopped_on, seal from help_trial_stop
                        order by trial
                        """)
                    .map(
                        (row, _) -> {
                          var stopped =
                              new Stopped(
                                  row.getString(1),
                                  row.getString(2),
                                  row.getObject(3, LocalDate.class));
                          boolean holds = seal(stopped).equals(row.getObject(4, UUID.class));
                          return holds
                              ? stopped
                              : new Stopped(stopped.trial(), "was changed here", stopped.on());
                        })
                    .list());
  }

  private UUID seal(Stopped stopped) {
    return secrets.seal("help_trial_stop", stopped.trial(), stopped.reason(), stopped.on());
  }

  private UUID seal(Registered trial) {
    return secrets.seal("help_trial", trial.trial(), trial.json(), trial.on());
  }
}
