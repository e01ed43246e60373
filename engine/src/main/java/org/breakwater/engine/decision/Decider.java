package org.breakwater.engine.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Decision.Evidence;
import org.breakwater.engine.decision.Decision.Order;
import org.breakwater.engine.decision.Decision.PolicyRef;
import org.breakwater.engine.decision.Ruling.Settled;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.ClauseSet;
import org.breakwater.engine.policy.Finding;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;

/**
 * Decides observed events under one or more policy versions. Immutable; safe for use by many
 * threads.
 */
public final class Decider {
  private static final int MINOR = SignalCatalog.STANDARD.slot("minor.present");
  private static final Comparator<Evidence> EVIDENCE_ORDER =
      Comparator.comparing(Evidence::clause)
          .thenComparing(Evidence::span)
          .thenComparing(Evidence::signal);

  private final List<PolicyVersion> policies;
  private final List<ClauseSet> clauses;
  private final List<PolicyRef> refs;

  /**
   * @param policies at least one; their clauses are judged together
   */
  public Decider(List<PolicyVersion> policies) {
    this.policies = List.copyOf(policies);
    this.clauses = policies.stream().map(policy -> ClauseSet.of(policy.clauses())).toList();
    this.refs =
        policies.stream()
            .map(policy -> new PolicyRef(policy.name(), policy.hash(), policy.overlayHash()))
            .sorted(Comparator.comparing(PolicyRef::policy))
            .toList();
  }

  /**
   * Whether the event may be judged at all: a private message only when somebody in the
   * conversation reported it.
   */
  public static boolean mayJudge(ContentEvent event) {
    return Precedence.isJudged(event);
  }

  /** The decision for an event that may not be judged: it is let be, and nothing was looked at. */
  public Decision letBe(ContentEvent event) {
    String lang = event.lang().isEmpty() ? "und" : primary(event.lang());
    Reason reason = Reason.unjudged(lang);
    return new Decision(
        event.id(),
        event.revision(),
        Outcome.ALLOW,
        Label.UNCLEAR,
        List.of(),
        lang,
        refs,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of("message.scope"),
        reason.sentence(),
        reason.lang());
  }

  private static String primary(String tag) {
    return tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /**
   * Decides one event.
   *
   * @param observations what was observed with each policy's lexicon, in the order of the policies
   * @param at the time of judgement
   */
  public Decision decide(ContentEvent event, List<Observation> observations, Instant at) {
    if (!mayJudge(event)) return letBe(event);
    List<Claim> claims = claims(event.surface(), observations);
    Ruling ruling = Precedence.settle(claims, event.surface());
    return decision(new Case(event, observations, claims, ruling), at);
  }

  /**
   * Why each clause decided or did not, sorted by policy and clause; empty for an event that may
   * not be judged.
   */
  public List<Opinion> explain(ContentEvent event, List<Observation> observations) {
    if (!mayJudge(event)) return List.of();
    List<Claim> claims = claims(event.surface(), observations);
    Ruling ruling = Precedence.settle(claims, event.surface());
    List<Opinion> opinions = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      var grounds = new Grounds(clauses.get(i).read(observations.get(i)), observations.get(i));
      PolicyVersion policy = policies.get(i);
      policy.clauses().forEach(c -> opinions.add(Opinion.of(policy, c, grounds, claims, ruling)));
    }
    opinions.sort(Comparator.comparing(Opinion::policy).thenComparing(o -> o.clause().id()));
    return List.copyOf(opinions);
  }

  private List<Claim> claims(Surface surface, List<Observation> observations) {
    List<Claim> claims = new ArrayList<>(4);
    for (int i = 0; i < policies.size(); i++) {
      PolicyVersion policy = policies.get(i);
      Observation observation = observations.get(i);
      for (Finding finding : clauses.get(i).read(observation).findings()) {
        Precedence.claim(policy, observation, finding, surface).ifPresent(claims::add);
      }
    }
    return claims;
  }

  /** One event with all that was found out about it. */
  private record Case(
      ContentEvent event, List<Observation> observations, List<Claim> claims, Ruling ruling) {

    List<Claim> holding() {
      return claims.isEmpty() ? List.of() : claims.stream().filter(Claim::holds).toList();
    }

    /** The first language that one of the lexicons determined. */
    String lang() {
      for (Observation observation : observations) {
        if (!observation.lang().equals("und")) return observation.lang();
      }
      return "und";
    }

    Label label() {
      return switch (ruling) {
        case Ruling.Silent _ -> Label.BENIGN;
        case Settled(_, var by, _) -> by.holds() ? by.clause().label() : Label.UNCLEAR;
      };
    }
  }

  private Decision decision(Case found, Instant at) {
    List<Claim> holding = found.holding();
    ContentEvent event = found.event();
    Outcome outcome = found.ruling().outcome();
    List<Order> orders = Orders.of(found.ruling(), found.claims(), event.surface());
    boolean hidden = outcome == Outcome.REVIEW && orders(orders, Action.REMOVE_CONTENT);
    Reason reason = Reason.of(found.ruling(), hidden, event.surface(), found.lang());
    return new Decision(
        event.id(),
        event.revision(),
        outcome,
        found.label(),
        labels(holding),
        found.lang(),
        refs,
        ids(holding, _ -> true),
        ids(holding, Claim::isProtected),
        orders,
        resources(found, orders, at),
        evidence(holding),
        unknown(found),
        reason.sentence(),
        reason.lang());
  }

  private static boolean orders(List<Order> orders, Action action) {
    for (Order order : orders) {
      if (order.action() == action) return true;
    }
    return false;
  }

  private static List<Label> labels(List<Claim> holding) {
    if (holding.isEmpty()) return List.of();
    return holding.stream()
        .map(claim -> claim.clause().label())
        .distinct()
        .sorted(Comparator.comparing(Label::word))
        .toList();
  }

  private static List<String> ids(List<Claim> holding, Predicate<Claim> which) {
    if (holding.isEmpty()) return List.of();
    return holding.stream()
        .filter(which)
        .map(claim -> claim.clause().id())
        .distinct()
        .sorted()
        .toList();
  }

  private List<Resource> resources(Case found, List<Order> orders, Instant at) {
    boolean shown =
        orders(orders, Action.SEND_RESOURCES) || orders(orders, Action.SHOW_INTERSTITIAL);
    if (!shown) return List.of();
    Set<Label> labels = EnumSet.of(found.label());
    found.holding().forEach(claim -> labels.add(claim.clause().label()));
    boolean minor = found.observations().stream().anyMatch(o -> o.flag(MINOR) == Truth.TRUE);
    return Help.of(found.lang(), found.event().region(), labels, minor).from(policies, at);
  }

  private static List<Evidence> evidence(List<Claim> holding) {
    if (holding.isEmpty()) return List.of();
    Set<Evidence> evidence = new TreeSet<>(EVIDENCE_ORDER);
    for (Claim claim : holding) {
      for (int slot : claim.finding().evidence()) {
        String signal = SignalCatalog.STANDARD.at(slot).name();
        claim.observation().evidence(slot).stream()
            .map(span -> new Evidence(claim.clause().id(), signal, span))
            .forEach(evidence::add);
      }
    }
    return List.copyOf(evidence);
  }

  /** Signals that, had they been known, could have made the outcome another one. */
  private static List<String> unknown(Case found) {
    Set<String> names = new TreeSet<>();
    if (found.ruling() instanceof Settled(_, var by, var restraint)) {
      switch (restraint) {
        case NOT_CERTAIN -> add(names, by.finding().unknownInCertain());
        case MAY_HOLD ->
            found.claims().stream()
                .filter(claim -> !claim.holds())
                .forEach(claim -> add(names, claim.finding().unknownInWhen()));
        case NONE, NEEDS_CONTEXT, UNDETERMINED_LANGUAGE, NOT_LICENSED, BREAKER_OPEN, PROTECTED -> {}
      }
    }
    return List.copyOf(names);
  }

  private static void add(Set<String> names, List<Integer> slots) {
    slots.forEach(slot -> names.add(SignalCatalog.STANDARD.at(slot).name()));
  }
}
