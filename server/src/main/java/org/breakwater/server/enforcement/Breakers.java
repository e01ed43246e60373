package org.breakwater.server.enforcement;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.breakwater.engine.Engine;
import org.breakwater.engine.Judgement;
import org.breakwater.engine.Trace;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Past;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.decision.Opinion;
import org.breakwater.engine.policy.Automation;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.store.action.BreakerTable;
import org.breakwater.store.time.Time;
import org.jdbi.v3.core.JdbiException;

/**
 * Circuit breakers, at hand for every decision: where one is open, or the day's removals are used
 * up, a machine's removal is a review. Those of another server are seen within two seconds. Safe
 * for use by many threads.
 */
public final class Breakers {
  private static final Duration REFRESH = Duration.ofSeconds(1);

  private final BreakerTable table;
  private final DailyRemovals daily;
  private final Time time;
  private final Held held = new Held();
  private volatile List<BreakerTable.Breaker> known = List.of();
  private volatile Set<Automation.Breaker> open = Set.of();

  Breakers(BreakerTable table, DailyRemovals daily, Time time, MeterRegistry registry) {
    this.table = table;
    this.daily = daily;
    this.time = time;
    refresh();
    Gauge.builder("breakwater.breakers.open", () -> open.size())
        .description("circuit breakers that are open, used-up days included")
        .register(registry);
    Thread.ofVirtual().name("breakers").start(this::refreshOften);
  }

  /**
   * What a machine says of an event.
   *
   * @param trace of the judgement, made once
   * @param by the deciding clause of a removal; empty for anything else
   */
  public record Judged(Judgement judgement, Supplier<Trace> trace, Optional<Clause> by) {
    public Verdict verdict() {
      return judgement.verdict();
    }
  }

  /**
   * Judges within what is open now.
   *
   * @param past of its author and group
   * @param counts whether a removal is one of the day's; false where a person ruled before
   */
  public Judged judge(Engine engine, ContentEvent event, Past past, boolean counts) {
    while (true) {
      Judgement judgement = held.engine(engine, open).judge(event, engine.timeOf(event), past);
      Supplier<Trace> trace = new Once(judgement.trace());
      boolean removes = judgement.verdict().decision().outcome() == Outcome.REMOVE;
      if (!removes) return new Judged(judgement, trace, Optional.empty());
      Clause by = deciding(trace.get());
      if (!counts || event.surface() == Surface.SEARCH || daily.take(by.id()))
        return new Judged(judgement, trace, Optional.of(by));
      reckon();
    }
  }

  /** Gives back what {@link #judge} took, because it was not logged. */
  public void giveBack(String clause) {
    daily.give(clause);
  }

  /** A trace costs as much as a decision, so it is made once. */
  private static final class Once implements Supplier<Trace> {
    private final Supplier<Trace> trace;
    private Optional<Trace> made = Optional.empty();

    Once(Supplier<Trace> trace) {
      this.trace = trace;
    }

    @Override
    public Trace get() {
      if (made.isEmpty()) made = Optional.of(trace.get());
      return made.get();
    }
  }

  private static Clause deciding(Trace trace) {
    return trace.opinions().stream()
        .filter(opinion -> opinion.standing() == Opinion.Standing.DECIDES)
        .map(Opinion::clause)
        .findFirst()
        .orElseThrow();
  }

  /** The same decision with these held, as it may have been made when they were. */
  public Verdict decideHeld(Engine engine, ContentEvent event, Past past, Set<String> clauses) {
    Set<Automation.Breaker> some = new HashSet<>();
    for (String clause : clauses) some.add(new Automation.Breaker(clause, Automation.Breaker.ANY));
    return engine.interrupted(some).judge(event, engine.timeOf(event), past).verdict();
  }

  /** Clauses of a decision that an open breaker would have changed. */
  public static List<String> touched(Engine engine, Decision decision, Surface surface) {
    return engine.policies().stream()
        .flatMap(policy -> policy.clauses().stream())
        .filter(clause -> decision.clauses().contains(clause.id()))
        .filter(clause -> clause.outcome().on(surface) == Outcome.REMOVE || clause.holdHidden())
        .map(Clause::id)
        .distinct()
        .toList();
  }

  /** Breakers that were switched at least once. */
  public List<BreakerTable.Breaker> all() {
    return known;
  }

  /** Those that are open now. */
  public List<BreakerTable.Breaker> opened() {
    return known.stream().filter(BreakerTable.Breaker::isOpen).toList();
  }

  /** Clauses whose removals of today are used up, until midnight UTC. */
  public Set<String> usedUp() {
    return daily.usedUp();
  }

  /** Whether one is open that holds this. */
  boolean isOpen(String clause, String lang) {
    return new Automation.Interrupted(Automation.Licensed.NOTHING, open)
        .isInterrupted(clause, lang);
  }

  /** Looks for switched ones now. */
  public synchronized void refresh() {
    known = table.all();
    reckon();
  }

  private synchronized void reckon() {
    Set<Automation.Breaker> now = new HashSet<>();
    for (BreakerTable.Breaker each : opened())
      now.add(new Automation.Breaker(each.clause(), each.lang()));
    for (String clause : daily.usedUp())
      now.add(new Automation.Breaker(clause, Automation.Breaker.ANY));
    if (!now.equals(open)) open = Set.copyOf(now);
  }

  private void refreshOften() {
    while (true) {
      try {
        time.pause(REFRESH);
        refresh();
      } catch (JdbiException _) {
        // The database is gone: those known stand.
      } catch (InterruptedException _) {
        return;
      }
    }
  }
}
