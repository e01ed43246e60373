package org.breakwater.server.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.server.EnvironmentFault;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.policy.Candidate;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.PublicationStep;
import org.breakwater.store.decision.Publications;
import org.jspecify.annotations.Nullable;

/**
 * Puts versions in force: one person proposes, another confirms. What another server publishes is
 * followed within two seconds. Safe for use by many threads.
 */
public final class Publishing {
  /** How long a proposal can be confirmed. */
  static final Duration OPEN = Duration.ofHours(24);

  private static final Duration REFRESH = Duration.ofSeconds(1);
  private static final String OPERATOR = "the operator";

  private final Rules rules;
  private final Publications stored;
  private final Deeds deeds;
  private final InstantSource clock;
  private final Consumer<String> remembered;
  private final LongAdder swaps = new LongAdder();
  private final List<Consumer<String>> watching = new CopyOnWriteArrayList<>();
  private volatile Timeline timeline;

  private Publishing(
      Rules rules,
      Timeline timeline,
      Publications stored,
      Deeds deeds,
      InstantSource clock,
      Consumer<String> remembered) {
    this.rules = rules;
    this.timeline = timeline;
    this.stored = stored;
    this.deeds = deeds;
    this.clock = clock;
    this.remembered = remembered;
  }

  /**
   * Goes on from a timeline, or begins it, and follows it from now on.
   *
   * @param timeline as it was read before these rules were loaded
   * @param writes whether this server writes the log; else another one enters the first start
   * @param remembered told the name of the version in force
   */
  public static Publishing begun(
      Rules rules,
      Timeline timeline,
      Publications stored,
      Deeds deeds,
      boolean writes,
      Consumer<String> remembered) {
    timeline.inForce().ifPresent(now -> mustBe(now, rules.inForce().version()));
    var publishing =
        new Publishing(rules, timeline, stored, deeds, InstantSource.system(), remembered);
    if (writes) publishing.first();
    remembered.accept(rules.inForce().version().version());
    Thread.ofVirtual().name("publications").start(publishing::refreshOften);
    return publishing;
  }

  private static void mustBe(Timeline.Period now, PolicyVersion version) {
    boolean same = version.name().equals(now.policy()) && version.hash().equals(now.pack());
    if (!same)
      throw new EnvironmentFault(
          """
          `%s` is in force as %s, and the pack has %s under the name `%s`; put back the files it was \
          published with, and give other rules a new name"""
              .formatted(now.policy(), now.pack(), version.hash(), version.name()));
  }

  public Rules rules() {
    return rules;
  }

  public Timeline timeline() {
    return timeline;
  }

  /** The one that waits for its second person. */
  public Optional<Publication> pending() {
    return timeline.pending(clock.instant());
  }

  public Publication.State state(Publication publication) {
    return publication.state(clock.instant());
  }

  /** How often a version came into force while this server ran. */
  public long swaps() {
    return swaps.sum();
  }

  /** Tells the name of the version in force now, and of each that comes into force later. */
  public synchronized void watch(Consumer<String> policy) {
    watching.add(policy);
    policy.accept(rules.inForce().version().name());
  }

  /** Enters the first start of the first server; where there was one, does nothing. */
  private synchronized void first() {
    refresh();
    if (!timeline.steps().isEmpty()) return;
    PolicyVersion version = rules.inForce().version();
    var first = new Wanted(UUID.randomUUID(), version.name(), version.hash());
    enter(act(Act.Step.STARTED, first, "the first start", OPERATOR, null, null));
    refresh();
  }

  /** What a step is about. */
  private record Wanted(UUID publication, String policy, String pack) {
    static Wanted of(Publication publication) {
      PublicationStep proposal = publication.proposal();
      return new Wanted(publication.name(), proposal.policy(), proposal.pack());
    }
  }

  /**
   * Proposes a version.
   *
   * @param version {@code [NAME@]VERSION}
   * @param reason shown to the public
   */
  public synchronized Attempt propose(Caller.Person by, String version, String reason) {
    refresh();
    Optional<Publication> pending = pending();
    if (pending.isPresent())
      return new Attempt.Refused(
          Objection.pending(pending.get().name(), pending.get().proposal().policy()));
    return switch (rules.candidate(version)) {
      case Candidate.Usable(var next) -> propose(by, next.version(), reason);
      case Candidate other -> refused(version, other);
    };
  }

  private Attempt propose(Caller.Person by, PolicyVersion next, String reason) {
    Optional<String> known = timeline.hashOf(next.name()).filter(hash -> !hash.equals(next.hash()));
    if (known.isPresent())
      return new Attempt.Refused(Objection.altered(next.version(), known.get(), next.hash()));
    Optional<Timeline.Period> now = timeline.inForce();
    if (now.isPresent() && now.get().policy().equals(next.name()))
      return new Attempt.Refused(Objection.inForce(next.version(), now.get().from()));
    Instant expiresAt = clock.instant().plus(OPEN).truncatedTo(ChronoUnit.MILLIS);
    var wanted = new Wanted(UUID.randomUUID(), next.name(), next.hash());
    enter(act(Act.Step.PROPOSED, wanted, reason, by.name(), by.id(), expiresAt));
    return done(wanted.publication());
  }

  /** Confirms a proposal of another person; then its version is in force. */
  public synchronized Attempt confirm(Caller.Person by, String publication) {
    refresh();
    return open(publication).map(found -> confirm(by, found)).orElseGet(() -> shut(publication));
  }

  private Attempt confirm(Caller.Person by, Publication found) {
    if (by.id().equals(found.proposal().person()))
      return new Attempt.Refused(Objection.samePerson());
    Wanted wanted = Wanted.of(found);
    return switch (rules.candidate(wanted.policy())) {
      case Candidate.Usable(var next) when next.version().hash().equals(wanted.pack()) -> {
        enter(act(Act.Step.CONFIRMED, wanted, "", by.name(), by.id(), null));
        yield done(found.name());
      }
      case Candidate.Usable(var next) ->
          refused(wanted.policy(), new Candidate.Altered(wanted.pack(), next.version().hash()));
      case Candidate other -> refused(wanted.policy(), other);
    };
  }

  /** Takes a proposal back; any policy manager may, also whoever made it. */
  public synchronized Attempt withdraw(Caller.Person by, String publication, String reason) {
    refresh();
    Optional<Publication> found = open(publication);
    if (found.isEmpty()) return shut(publication);
    Wanted wanted = Wanted.of(found.get());
    enter(act(Act.Step.WITHDRAWN, wanted, reason, by.name(), by.id(), null));
    return done(found.get().name());
  }

  private Attempt done(UUID publication) {
    refresh();
    return new Attempt.Done(timeline.publication(publication).orElseThrow());
  }

  private static Attempt refused(String version, Candidate candidate) {
    return new Attempt.Refused(
        switch (candidate) {
          case Candidate.Missing(var versions) -> Objection.missing(version, versions);
          case Candidate.Faulty(var faults) -> Objection.faulty(version, faults);
          case Candidate.Altered(var known, var now) -> Objection.altered(version, known, now);
          case Candidate.Usable _ -> throw new IllegalArgumentException("nothing is wrong");
        });
  }

  /** The publication of that name as it is. */
  public Attempt look(String name) {
    return find(name)
        .<Attempt>map(Attempt.Done::new)
        .orElseGet(() -> new Attempt.Refused(Objection.unknown(name)));
  }

  private Optional<Publication> find(String name) {
    return timeline.steps().stream()
        .map(PublicationStep::publication)
        .filter(publication -> publication.toString().equals(name))
        .findFirst()
        .flatMap(timeline::publication);
  }

  private Optional<Publication> open(String name) {
    return find(name).filter(found -> state(found) == Publication.State.PENDING);
  }

  private Attempt shut(String name) {
    return new Attempt.Refused(
        find(name)
            .map(found -> Objection.ended(state(found)))
            .orElseGet(() -> Objection.unknown(name)));
  }

  /** What would change by a publication; empty where its version is not here. */
  public Optional<Difference> difference(Publication publication) {
    PolicyVersion now = rules.inForce().version();
    return rules
        .version(publication.proposal().policy())
        .map(next -> Difference.between(now, next));
  }

  private void enter(Act.Published act) {
    deeds.enter(act);
  }

  private static Act.Published act(
      Act.Step step,
      Wanted wanted,
      String reason,
      String by,
      @Nullable UUID person,
      @Nullable Instant expiresAt) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("act", "publish");
    members.put("step", step.word());
    members.put("by", by);
    members.put("publication", wanted.publication().toString());
    members.put("policy", wanted.policy());
    members.put("pack", wanted.pack());
    if (!reason.isEmpty()) members.put("reason", reason);
    if (expiresAt != null) members.put("expiresAt", expiresAt.toString());
    return new Act.Published(
        Json.text(members),
        wanted.publication(),
        step,
        wanted.policy(),
        wanted.pack(),
        reason,
        by,
        person,
        expiresAt);
  }

  /** Looks for new steps now, and does as they say. */
  private synchronized void refresh() {
    List<PublicationStep> more = stored.after(timeline.newestBatch());
    timeline = timeline.with(more);
    if (!more.isEmpty() || !rules.fault().isEmpty()) follow();
    // Compiled before it is wanted: the swap itself then takes no time.
    if (!more.isEmpty()) pending().ifPresent(found -> rules.candidate(found.proposal().policy()));
  }

  /** Uses what is in force; where that is not here, nothing is decided rather than otherwise. */
  private void follow() {
    Optional<Timeline.Period> now = timeline.inForce();
    if (now.isEmpty()) return;
    String policy = now.get().policy();
    String pack = now.get().pack();
    if (isUsed(policy, pack)) return;
    switch (rules.candidate(policy)) {
      case Candidate.Usable(var next) when next.version().hash().equals(pack) -> {
        rules.use(next);
        swaps.increment();
        remembered.accept(next.version().version());
        watching.forEach(each -> each.accept(policy));
      }
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

  private void refreshOften() {
    while (true) {
      try {
        Thread.sleep(REFRESH);
        // A second server may become the first before that one has entered anything.
        if (timeline.steps().isEmpty()) first();
        else refresh();
      } catch (StoreFault _) {
        // The database is gone: what is in force stays so.
      } catch (InterruptedException _) {
        return;
      }
    }
  }
}
