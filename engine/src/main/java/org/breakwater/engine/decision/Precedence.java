package org.breakwater.engine.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Ruling.Settled;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Finding;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.Truth;

/**
 * Which outcome stands when clauses differ: the table "Precedence, protection and surfaces" of
 * docs/concepts.md, whose row numbers the comments name.
 */
final class Precedence {
  private static final Comparator<Claim> WEAKEST_FIRST =
      Comparator.<Claim>comparingInt(claim -> claim.clause().severity())
          .thenComparing(Claim::outcome)
          .thenComparing(claim -> claim.clause().id(), Comparator.reverseOrder())
          .thenComparing(claim -> claim.policy().name(), Comparator.reverseOrder());

  private Precedence() {}

  /** Whether the event may be judged at all. */
  static boolean isJudged(ContentEvent event) {
    return event.surface() != Surface.MESSAGE || event.reportedByParticipant(); // row 1
  }

  /** What a clause asks for; empty when it says nothing about this event. */
  static Optional<Claim> claim(
      PolicyVersion policy, Observation observation, Finding finding, Surface surface) {
    Clause clause = finding.clause();
    Outcome wanted =
        clause.stance() == Stance.NEEDS_CONTEXT ? Outcome.REVIEW : clause.outcome().on(surface);
    if (finding.when() != Truth.TRUE) {
      return callsForPerson(finding, wanted) // row 10
          ? Optional.of(new Claim(policy, observation, finding, Outcome.REVIEW, Restraint.MAY_HOLD))
          : Optional.empty();
    }
    Restraint restraint = restraint(policy, observation, finding, surface);
    Outcome outcome = restraint == Restraint.NONE ? wanted : Outcome.REVIEW;
    return Optional.of(new Claim(policy, observation, finding, outcome, restraint));
  }

  private static boolean callsForPerson(Finding finding, Outcome wanted) {
    return wanted.compareTo(Outcome.REVIEW) >= 0 && finding.wouldHoldIfUnknownsWereTrue();
  }

  private static Restraint restraint(
      PolicyVersion policy, Observation observation, Finding finding, Surface surface) {
    Clause clause = finding.clause();
    if (clause.stance() == Stance.NEEDS_CONTEXT) return Restraint.NEEDS_CONTEXT; // row 3
    if (clause.outcome().on(surface) != Outcome.REMOVE) return Restraint.NONE;
    String lang = observation.lang();
    if (lang.equals("und")) return Restraint.UNDETERMINED_LANGUAGE; // row 4
    if (finding.certain() != Truth.TRUE) return Restraint.NOT_CERTAIN; // row 5
    if (!policy.automation().licenses(clause.id(), lang, surface))
      return Restraint.NOT_LICENSED; // row 6
    if (policy.automation().isInterrupted(clause.id(), lang))
      return Restraint.BREAKER_OPEN; // row 6
    return Restraint.NONE;
  }

  /** Settles all claims about one event. */
  static Ruling settle(List<Claim> claims, Surface surface) {
    if (claims.isEmpty()) return new Ruling.Silent(); // row 12, as nearly always
    Ruling ruling = settleAll(claims, surface);
    return switch (ruling) {
      case Settled(var outcome, var by, var restraint)
          when surface == Surface.SEARCH && outcome == Outcome.REVIEW -> // row 11
          new Settled(Outcome.ALLOW_WITH_RESOURCES, by, restraint);
      case Ruling.Silent _, Settled _ -> ruling;
    };
  }

  private static Ruling settleAll(List<Claim> claims, Surface surface) {
    var alarm = claims.stream().filter(claim -> isAlarm(claim, surface)).max(WEAKEST_FIRST);
    if (alarm.isPresent())
      return new Settled(Outcome.ESCALATE, alarm.get(), Restraint.NONE); // row 7
    Ruling held =
        claims.stream()
            .filter(Claim::holds)
            .max(WEAKEST_FIRST) // row 8
            .<Ruling>map(claim -> protect(claim, claims))
            .orElseGet(Ruling.Silent::new); // row 12
    return claims.stream()
        .filter(claim -> !claim.holds())
        .max(WEAKEST_FIRST)
        .filter(claim -> raises(claim, held))
        .<Ruling>map(claim -> new Settled(Outcome.REVIEW, claim, Restraint.MAY_HOLD))
        .orElse(held);
  }

  // A search has nobody to go to; a policy may show help at once instead of raising an alarm.
  private static boolean isAlarm(Claim claim, Surface surface) {
    Label label = claim.clause().label();
    if (!claim.holds() || (label != Label.IMMINENT_DANGER && label != Label.EXTORTION))
      return false;
    boolean always = label == Label.IMMINENT_DANGER && surface != Surface.SEARCH;
    return always || claim.outcome() == Outcome.ESCALATE;
  }

  private static Settled protect(Claim top, List<Claim> claims) {
    boolean shielded = claims.stream().anyMatch(Claim::isProtected);
    return shielded && top.outcome() == Outcome.REMOVE
        ? new Settled(Outcome.REVIEW, top, Restraint.PROTECTED) // row 9
        : new Settled(top.outcome(), top, top.restraint());
  }

  /** Not knowing asks for a person; it never takes back what other clauses already ask for. */
  private static boolean raises(Claim possible, Ruling held) {
    return switch (held) {
      case Ruling.Silent _ -> true;
      case Settled(var outcome, var by, _) ->
          outcome.compareTo(Outcome.REVIEW) < 0
              && possible.clause().severity() >= by.clause().severity();
    };
  }
}
