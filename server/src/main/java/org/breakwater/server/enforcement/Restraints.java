package org.breakwater.server.enforcement;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import org.breakwater.store.action.BreakerTable;
import org.breakwater.store.database.Database;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.time.Time;

/** All that restrains machines, wired. */
public record Restraints(Breakers breakers, Ordering ordering, Limits limits) {

  /** Begins to watch. */
  public static Restraints of(
      Database database, DecisionLog log, Limits limits, Time time, MeterRegistry registry) {
    var table = new BreakerTable(database);
    var daily = new DailyRemovals(limits.removalsADay(), time);
    var breakers = new Breakers(table, daily, time, registry);
    new Watch(table, daily, breakers, log, time).start();
    return new Restraints(breakers, new Ordering(limits, new SecureRandom()), limits);
  }
}
