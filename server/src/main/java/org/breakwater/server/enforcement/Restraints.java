package org.breakwater.server.enforcement;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.breakwater.store.action.BreakerTable;
import org.breakwater.store.database.Database;
import org.breakwater.store.decision.DecisionLog;

/** All that restrains machines, wired. */
public record Restraints(Breakers breakers, Ordering ordering, Limits limits) {

  /** Begins to watch. */
  public static Restraints of(
      Database database, DecisionLog log, Limits limits, MeterRegistry registry) {
    InstantSource clock = InstantSource.system();
    var table = new BreakerTable(database);
    var daily = new DailyRemovals(limits.removalsADay(), clock);
    var breakers = new Breakers(table, daily, registry);
    new Watch(table, daily, breakers, log, clock).start();
    return new Restraints(breakers, new Ordering(limits, new SecureRandom()), limits);
  }
}
