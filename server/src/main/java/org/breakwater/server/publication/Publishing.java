package org.breakwater.server.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.server.EnvironmentFault;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.policy.Candidate;
import org.breakwater.server.policy.Rules;
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

  private static final String OPERATOR = "the operator";

  private final Rules rules;
  private final Following following;
  private final Deeds deeds;
  private final InstantSource clock;

  private Publishing(Rules rules, Following following, Deeds deeds, InstantSource clock) {
    this.rules = rules;
    this.following = following;
    this.deeds = deeds;
    this.clock = clock;
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
      InstantSource clock,
      boolean writes,
      Consumer<String> remembered) {
    timeline.inForce().ifPresent(now -> mustBe(now, rules.inForce().version()));
    var following = new Following(rules, timeline, stored, clock);
    var publishing = new Publishing(rules, following, deeds, clock);
    if (writes) publishing.first();
    following.watch(version -> remembered.accept(version.version()));
    following.begin(publishing::first);
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
    return following.timeline();
  }

  /** The one that waits for its second person. */
  public Optional<Publication> pending() {
    return timeline().pending(clock.instant());
  }

  public Publication.State state(Publication publication) {
    return publication.state(clock.instant());
  }

  /** How often a version came into force while this server ran. */
  public long swaps() {
    return following.swaps();
  }

  /** Tells the name of the version in force now, and of each that comes into force later. */
  public void watch(Consumer<String> policy) {
    following.watch(version -> policy.accept(version.name()));
  }

  /** Enters the first start of the first server; where there was one, does nothing. */
  private synchronized void first() {
    following.refresh();
    if (!timeline().steps().isEmpty()) return;
    PolicyVersion version = rules.inForce().version();
    var first = new Wanted(UUID.randomUUID(), version.name(), version.hash());
    enter(act(Act.Step.STARTED, first, "the first start", OPERATOR, null, null));
    following.refresh();
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
    following.refresh();
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
    Optional<String> known =
        timeline().hashOf(next.name()).filter(hash -> !hash.equals(next.hash()));
    if (known.isPresent())
      return new Attempt.Refused(Objection.altered(next.version(), known.get(), next.hash()));
    Optional<Timeline.Period> now = timeline().inForce();
    if (now.isPresent() && now.get().policy().equals(next.name()))
      return new Attempt.Refused(Objection.inForce(next.version(), now.get().from()));
    Instant expiresAt = clock.instant().plus(OPEN).truncatedTo(ChronoUnit.MILLIS);
    var wanted = new Wanted(UUID.randomUUID(), next.name(), next.hash());
    enter(act(Act.Step.PROPOSED, wanted, reason, by.name(), by.id(), expiresAt));
    return done(wanted.publication());
  }

  /** Confirms a proposal of another person; then its version is in force. */
  public synchronized Attempt confirm(Caller.Person by, String publication) {
    following.refresh();
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
    following.refresh();
    Optional<Publication> found = open(publication);
    if (found.isEmpty()) return shut(publication);
    Wanted wanted = Wanted.of(found.get());
    enter(act(Act.Step.WITHDRAWN, wanted, reason, by.name(), by.id(), null));
    return done(found.get().name());
  }

  private Attempt done(UUID publication) {
    following.refresh();
    return new Attempt.Done(timeline().publication(publication).orElseThrow());
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
    return timeline().steps().stream()
        .map(PublicationStep::publication)
        .filter(publication -> publication.toString().equals(name))
        .findFirst()
        .flatMap(timeline()::publication);
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
}
