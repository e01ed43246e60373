package org.breakwater.engine.decision;

import static org.breakwater.engine.policy.Action.DISABLE_ACCOUNT;
import static org.breakwater.engine.policy.Action.ESCALATE;
import static org.breakwater.engine.policy.Action.LIMIT_REPLIES;
import static org.breakwater.engine.policy.Action.LIMIT_SEARCH;
import static org.breakwater.engine.policy.Action.MASK_CONTACTS;
import static org.breakwater.engine.policy.Action.NO_AMPLIFICATION;
import static org.breakwater.engine.policy.Action.PRESERVE;
import static org.breakwater.engine.policy.Action.QUEUE_REVIEW;
import static org.breakwater.engine.policy.Action.REFUSE_AD;
import static org.breakwater.engine.policy.Action.REMOVE_CONTENT;
import static org.breakwater.engine.policy.Action.SEND_RESOURCES;
import static org.breakwater.engine.policy.Action.SHOW_INTERSTITIAL;

import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Decision.Order;
import org.breakwater.engine.decision.Ruling.Settled;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;

/**
 * Which actions a ruling orders: those its outcome always brings, those the deciding clause names
 * and its outcome permits, and those other holding clauses may add. The table "Actions follow the
 * final outcome" of docs/concepts.md.
 */
final class Orders {
  private Orders() {}

  /**
   * @param brought always ordered with the outcome
   * @param permitted ordered where the deciding clause names them
   * @param added ordered where another holding clause names them
   */
  private record Frame(Set<Action> brought, Set<Action> permitted, Set<Action> added) {}

  /** In order of action. */
  static List<Order> of(Ruling ruling, List<Claim> claims, Surface surface) {
    return switch (ruling) {
      case Ruling.Silent _ -> List.of();
      case Settled settled -> ordered(settled, claims, surface);
    };
  }

  private static List<Order> ordered(Settled ruling, List<Claim> claims, Surface surface) {
    Frame frame = frame(ruling, surface);
    Set<Action> actions = EnumSet.noneOf(Action.class);
    actions.addAll(frame.brought());
    if (ruling.by().holds()) addNamed(actions, ruling.by(), frame.permitted());
    claims.stream().filter(Claim::holds).forEach(claim -> addNamed(actions, claim, frame.added()));
    if (accountIsSpared(ruling, claims)) actions.remove(DISABLE_ACCOUNT);
    if (isHeldHidden(ruling, claims, surface)) actions.add(REMOVE_CONTENT);
    return actions.stream().map(action -> new Order(action, duration(action, ruling))).toList();
  }

  private static void addNamed(Set<Action> actions, Claim claim, Set<Action> allowed) {
    claim.clause().actions().stream().filter(allowed::contains).forEach(actions::add);
  }

  private static Period duration(Action action, Settled ruling) {
    return ruling.by().clause().durations().getOrDefault(action, Period.ZERO);
  }

  private static Frame frame(Settled ruling, Surface surface) {
    if (surface == Surface.SEARCH) return onSearch(ruling.outcome());
    return switch (ruling.outcome()) {
      case ALLOW -> new Frame(Set.of(), Set.of(NO_AMPLIFICATION), Set.of(NO_AMPLIFICATION));
      case ALLOW_WITH_RESOURCES ->
          new Frame(
              Set.of(SEND_RESOURCES),
              Set.of(MASK_CONTACTS, LIMIT_REPLIES, NO_AMPLIFICATION),
              Set.of(NO_AMPLIFICATION));
      case REVIEW -> inReview(ruling);
      case REMOVE -> removal(ruling, surface);
      case ESCALATE ->
          new Frame(
              Set.of(ESCALATE, NO_AMPLIFICATION),
              Set.of(PRESERVE, QUEUE_REVIEW, SEND_RESOURCES, MASK_CONTACTS, LIMIT_REPLIES),
              Set.of(SEND_RESOURCES));
    };
  }

  private static Frame inReview(Settled ruling) {
    return ruling.isDowngraded()
        ? new Frame(Set.of(PRESERVE, QUEUE_REVIEW, NO_AMPLIFICATION), Set.of(), Set.of())
        : new Frame(
            Set.of(QUEUE_REVIEW, NO_AMPLIFICATION),
            Set.of(PRESERVE, SEND_RESOURCES, MASK_CONTACTS, LIMIT_REPLIES),
            Set.of(SEND_RESOURCES));
  }

  private static Frame removal(Settled ruling, Surface surface) {
    Set<Action> brought = EnumSet.of(surface == Surface.AD ? REFUSE_AD : REMOVE_CONTENT);
    if (concernsVictim(ruling.by().clause().label())) brought.addAll(List.of(PRESERVE, ESCALATE));
    return new Frame(
        brought,
        Set.of(PRESERVE, DISABLE_ACCOUNT, ESCALATE, QUEUE_REVIEW, SEND_RESOURCES, NO_AMPLIFICATION),
        Set.of(SEND_RESOURCES, NO_AMPLIFICATION));
  }

  // A search leaves no record and has no author to reach: what is shown is all that is done.
  private static Frame onSearch(Outcome outcome) {
    return switch (outcome) {
      case ALLOW -> new Frame(Set.of(), Set.of(NO_AMPLIFICATION), Set.of(NO_AMPLIFICATION));
      case ALLOW_WITH_RESOURCES, REVIEW ->
          new Frame(Set.of(SHOW_INTERSTITIAL), Set.of(NO_AMPLIFICATION), Set.of(NO_AMPLIFICATION));
      case REMOVE ->
          new Frame(
              Set.of(LIMIT_SEARCH, SHOW_INTERSTITIAL),
              Set.of(NO_AMPLIFICATION),
              Set.of(NO_AMPLIFICATION));
      case ESCALATE ->
          new Frame(Set.of(ESCALATE, SHOW_INTERSTITIAL, NO_AMPLIFICATION), Set.of(), Set.of());
    };
  }

  /** Whether somebody suffers from it, so that its removal must not be the end of the matter. */
  private static boolean concernsVictim(Label label) {
    return switch (label.family()) {
      case TRAFFICKING, EXTORTION -> true;
      case SMUGGLING, DANGER, INFORMATION, DRUGS, NONE -> false;
    };
  }

  // The account may be the only way to someone held, and asking for help never costs it.
  private static boolean accountIsSpared(Settled ruling, List<Claim> claims) {
    return ruling.by().clause().label().isNoRecord()
        || claims.stream().anyMatch(Claim::isProtected)
        || claims.stream().filter(Claim::holds).anyMatch(Orders::isOpenDanger);
  }

  private static boolean isOpenDanger(Claim claim) {
    return switch (claim.clause().label().family()) {
      case DANGER, EXTORTION -> true;
      case SMUGGLING, TRAFFICKING, INFORMATION, DRUGS, NONE -> false;
    };
  }

  // Hidden while it waits counts as a removal in every figure, so it needs what a removal needs,
  // save the licence and the certainty that the clause is excused from.
  private static boolean isHeldHidden(Settled ruling, List<Claim> claims, Surface surface) {
    Claim by = ruling.by();
    return ruling.outcome() == Outcome.REVIEW
        && by.holds()
        && by.clause().holdHidden()
        && by.clause().severity() == 5
        && surface != Surface.AD
        && !by.observation().lang().equals("und")
        && !by.policy().automation().isInterrupted(by.clause().id(), by.observation().lang())
        && claims.stream().noneMatch(Claim::isProtected);
  }
}
