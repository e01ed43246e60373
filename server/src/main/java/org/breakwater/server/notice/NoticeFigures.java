package org.breakwater.server.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import org.breakwater.casework.appeal.AppealClock;
import org.breakwater.store.decision.Appeals;
import org.breakwater.store.time.Time;
import org.jdbi.v3.core.JdbiException;

/** Counts of notices and appeals; nothing of whose they are, nor in which language. */
public final class NoticeFigures {
  private final MeterRegistry registry;

  public NoticeFigures(MeterRegistry registry, Appeals appeals, Time time) {
    this.registry = registry;
    Gauge.builder("breakwater.appeals.open", () -> before(appeals, time.today().plusDays(1)))
        .description("appeals that no person has decided")
        .register(registry);
    Gauge.builder(
            "breakwater.appeals.overdue",
            () -> before(appeals, time.today().minusDays(AppealClock.TARGET_DAYS)))
        .description("open appeals older than %d days".formatted(AppealClock.TARGET_DAYS))
        .register(registry);
  }

  private static double before(Appeals appeals, LocalDate day) {
    try {
      return appeals.openFiledBefore(day);
    } catch (JdbiException _) {
      return Double.NaN; // the database is gone, and nobody knows
    }
  }

  void made() {
    registry.counter("breakwater.notices", "what", "made").increment();
  }

  void seen() {
    registry.counter("breakwater.notices", "what", "seen").increment();
  }

  void appealed() {
    registry.counter("breakwater.notices", "what", "appealed").increment();
  }
}
