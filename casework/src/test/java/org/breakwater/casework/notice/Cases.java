package org.breakwater.casework.notice;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.casework.notice.Circumstances.Found;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Automation;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Directory;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.signal.Lexicon;
import org.breakwater.engine.text.Span;

/** Decisions of every kind, under a small policy. */
final class Cases {
  static final UUID DECISION = UUID.fromString("01a22f2b-c1eb-7000-96a4-f7d1f9991f8b");
  static final LocalDate ON = LocalDate.parse("2026-12-01");
  static final LocalDate UNTIL = LocalDate.parse("2027-06-03");
  static final StatementOfReasons.LogProof PROOF =
      new StatementOfReasons.LogProof("log.example.org", 42, "cm9vdA==", DECISION);
  static final PolicyVersion VERSION =
      new PolicyVersion(
          "small",
          "2022-12",
          ON,
          "sha256:0",
          "",
          List.of(
              clause("asking.info", Label.INFO_REQUEST, Stance.PROTECTED, Outcome.ALLOW),
              clause("asking.solicit", Label.SOLICIT, Stance.PROHIBITED, Outcome.REMOVE),
              clause("danger.now", Label.IMMINENT_DANGER, Stance.PROTECTED, Outcome.ESCALATE),
              clause("extortion.demand", Label.EXTORTION, Stance.PROHIBITED, Outcome.REMOVE),
              clause(
                  "extortion.victim",
                  Label.EXTORTION,
                  Stance.ALLOWED_WITH_RESOURCES,
                  Outcome.ESCALATE),
              clause("smuggling.offer", Label.OFFER, Stance.PROHIBITED, Outcome.REMOVE),
              clause(
                  "trafficking.labour",
                  Label.TRAFFICKING_LABOUR,
                  Stance.PROHIBITED,
                  Outcome.REMOVE)),
          Lexicon.EMPTY,
          Automation.Licensed.NOTHING,
          Directory.EMPTY);

  private Cases() {}

  private static Clause clause(String id, Label label, Stance stance, Outcome outcome) {
    return new Clause(
        id,
        Map.of("en", "Title of " + id),
        label,
        stance,
        3,
        new Condition.Constant(true),
        new Condition.Constant(false),
        new Clause.SurfaceOutcomes(outcome, Map.of()),
        List.of(),
        Map.of(),
        Clause.Strikes.NONE,
        "",
        false,
        "",
        List.of(),
        new Clause.Examples(Map.of(), Map.of()));
  }

  static Judged judged(Outcome outcome, Label label, String clause, Action... actions) {
    List<Judged.Ordered> ordered = new ArrayList<>();
    for (Action action : actions)
      ordered.add(
          new Judged.Ordered(
              action, action == Action.LIMIT_REPLIES ? Judged.Ordered.days(Period.ofDays(30)) : 0));
    return new Judged(
        DECISION,
        ON,
        outcome,
        label,
        "small@2022-12",
        clause.isEmpty() ? List.of() : List.of(clause),
        ordered,
        "es",
        List.of(new Span("text", 0, 5), new Span("text", 0, 5), new Span("text", 9, 12)));
  }

  static Judged offer(Action... also) {
    List<Action> actions = new ArrayList<>(List.of(Action.REMOVE_CONTENT, Action.PRESERVE));
    actions.addAll(List.of(also));
    return judged(Outcome.REMOVE, Label.OFFER, "smuggling.offer", actions.toArray(Action[]::new));
  }

  static Judged ask() {
    return judged(
        Outcome.REMOVE,
        Label.SOLICIT,
        "asking.solicit",
        Action.REMOVE_CONTENT,
        Action.SEND_RESOURCES);
  }

  static Judged waiting(Action... actions) {
    return judged(Outcome.REVIEW, Label.OFFER, "smuggling.offer", actions);
  }

  static Circumstances ad() {
    return new Circumstances(true, Found.MACHINE, Optional.empty(), false);
  }

  static Circumstances confirmed() {
    return new Circumstances(false, Found.MACHINE, Optional.empty(), true);
  }

  static Circumstances ruled(Outcome outcome) {
    return new Circumstances(false, Found.REPORT, Optional.of(outcome), false);
  }

  static Optional<StatementOfReasons> of(Judged judged, Circumstances circumstances) {
    return StatementOfReasons.of(judged, VERSION, circumstances, UNTIL, PROOF);
  }

  static StatementOfReasons statement(Judged judged, Circumstances circumstances) {
    return of(judged, circumstances).orElseThrow();
  }

  /** One statement for each restriction that can lead. */
  static Map<Restriction, StatementOfReasons> each() {
    return Map.of(
        Restriction.REMOVED,
        statement(offer(), Circumstances.machine()),
        Restriction.HIDDEN,
        statement(waiting(Action.REMOVE_CONTENT), Circumstances.machine()),
        Restriction.LIMITED,
        statement(waiting(Action.NO_AMPLIFICATION), Circumstances.machine()),
        Restriction.AD_REFUSED,
        statement(offer(), ad()),
        Restriction.AD_WAITING,
        statement(waiting(), ad()),
        Restriction.ACCOUNT_PROPOSED,
        statement(offer(Action.DISABLE_ACCOUNT), Circumstances.machine()),
        Restriction.ACCOUNT_DISABLED,
        statement(offer(Action.DISABLE_ACCOUNT), confirmed()),
        Restriction.REPLIES_LIMITED,
        statement(waiting(Action.LIMIT_REPLIES), Circumstances.machine()),
        Restriction.CONTACTS_MASKED,
        statement(waiting(Action.MASK_CONTACTS), Circumstances.machine()));
  }
}
