package org.breakwater.server.publication;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.server.policy.Candidate;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.decision.PublicationStep;
import org.breakwater.store.decision.Publications;

/** Does on this server what the timeline says. Safe for use by many threads. */
final class Following {
  private static final Duration REFRESH = Duration.ofSeconds(1);

  private final Rules rules;
  private final Publications stored;
  private final InstantSource clock;
  private final LongAdder swaps = new LongAdder();
  private final List<Consumer<PolicyVersion>> watching = new CopyOnWriteArrayList<>();
  private volatile Timeline timeline;

  /**
   * @param timeline as it was read before these rules were loaded
   */
  Following(Rules rules, Timeline timeline, Publications stored, InstantSource clock) {
    this.rules = rules;
    this.timeline = timeline;
    this.stored = stored;
    this.clock = clock;
  }

  Timeline timeline() {
    return timeline;
  }

  long swaps() {
    return swaps.sum();
  }

  /** Tells the version in force now, and each that comes into force later. */
  synchronized void watch(Consumer<PolicyVersion> version) {
    watching.add(version);
    version.accept(rules.inForce().version());
  }

  /** Looks for new steps now, and does as they say. */
  synchronized void refresh() {
    List<PublicationStep> more = stored.after(timeline.newestBatch());
    timeline = timeline.with(more);
    if (!more.isEmpty() || !rules.fault().isEmpty()) follow();
    // Compiled before it is wanted: the swap itself then takes no time.
    if (!more.isEmpty())
      timeline
          .pending(clock.instant())
          .ifPresent(found -> rules.candidate(found.proposal().policy()));
  }

  /** Uses what is in force; where that is not here, nothing is decided rather than otherwise. */
  private void follow() {
    Optional<Timeline.Period> now = timeline.inForce();
    if (now.isEmpty()) return;
    String policy = now.get().policy();
    String pack = now.get().pack();
    if (isUsed(policy, pack)) return;
    // Without a look at the disk: whatever happens there meanwhile, what was confirmed is used.
    rules.compiled(policy, pack).ifPresentOrElse(this::use, () -> compile(policy, pack));
  }

  private void use(Rules.InForce next) {
    rules.use(next);
    swaps.increment();
    watching.forEach(each -> each.accept(next.version()));
  }

  private void compile(String policy, String pack) {
    switch (rules.candidate(policy)) {
      case Candidate.Usable(var next) when next.version().hash().equals(pack) -> use(next);
      case Candidate.Faulty(var faults) -> stop(policy, pack, faults.getFirst());
      case Candidate.Missing _ -> stop(policy, pack, "the pack has none of that name");
      case Candidate.Usable _, Candidate.Altered _ ->
          stop(policy, pack, "the pack has other rules under that name");
    }
  }

  private boolean isUsed(String policy, String pack) {
    PolicyVersion used = rules.inForce().version();
    boolean same = used.name().equals(policy) && used.hash().equals(pack);
    if (same) rules.use(rules.inForce());
    return same;
  }

  private void stop(String policy, String pack, String why) {
    rules.stop("%s, %s, is in force and not usable here: %s".formatted(policy, pack, why));
  }

  /**
   * Looks for new steps from now on, once a second.
   *
   * @param first does what has to be done where there are none at all
   */
  void begin(Runnable first) {
    Thread.ofVirtual().name("publications").start(() -> refreshOften(first));
  }

  private void refreshOften(Runnable first) {
    while (true) {
      try {
        Thread.sleep(REFRESH);
        // A second server may become the first before that one has entered anything.
        if (timeline.steps().isEmpty()) first.run();
        else refresh();
      } catch (StoreFault _) {
        // The database is gone: what is in force stays so.
      } catch (InterruptedException _) {
        return;
      }
    }
  }
}
