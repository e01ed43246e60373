package org.breakwater.engine.decision;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Automation;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Directory;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.signal.Lexicon;
import org.breakwater.engine.signal.SignalCatalog;

/** Clauses and versions written by tests. */
public final class Drafts {
  private Drafts() {}

  /** A clause that holds when a flag does, and on which a machine may act. */
  public static Draft clause(String id, Label label, Stance stance, int severity) {
    return new Draft(id, label, stance, severity);
  }

  /** A version without lexicon and resources, in which every triple is licensed. */
  public static PolicyVersion version(Clause... clauses) {
    return version("test", List.of(), clauses);
  }

  public static PolicyVersion version(String pack, List<Resource> resources, Clause... clauses) {
    return new PolicyVersion(
        pack,
        "2021-11",
        LocalDate.of(2021, 11, 24),
        "sha256:" + "0".repeat(64),
        "",
        Arrays.stream(clauses).sorted((a, b) -> a.id().compareTo(b.id())).toList(),
        Lexicon.EMPTY,
        new Automation.Assumed(),
        new Directory(List.of(), resources, false));
  }

  public static Condition flag(String signal) {
    return new Condition.Flag(SignalCatalog.STANDARD.slot(signal));
  }

  public static Condition probable(String signal, double atLeast) {
    return new Condition.Compare(
        SignalCatalog.STANDARD.slot(signal), Condition.Relation.AT_LEAST, atLeast);
  }

  public static Condition all(Condition... parts) {
    return new Condition.And(List.of(parts));
  }

  public static Condition any(Condition... parts) {
    return new Condition.Or(List.of(parts));
  }

  public static Condition not(Condition part) {
    return new Condition.Not(part);
  }

  /** A clause being written. */
  public static final class Draft {
    private final String id;
    private final Label label;
    private final Stance stance;
    private final int severity;
    private final Map<Surface, Outcome> exceptions = new HashMap<>();
    private final Map<Action, Period> durations = new HashMap<>();
    private final List<Action> actions = new ArrayList<>();
    private Map<String, String> title = Map.of();
    private Condition when = new Condition.Constant(true);
    private Condition certain = new Condition.Constant(true);
    private Outcome outcome = Outcome.ALLOW;
    private boolean holdHidden;

    private Draft(String id, Label label, Stance stance, int severity) {
      this.id = id;
      this.label = label;
      this.stance = stance;
      this.severity = severity;
    }

    public Draft titled(String en, String es) {
      title = Map.of("en", en, "es", es);
      return this;
    }

    public Draft when(Condition condition) {
      when = condition;
      return this;
    }

    public Draft when(String signal) {
      return when(flag(signal));
    }

    public Draft certain(Condition condition) {
      certain = condition;
      return this;
    }

    public Draft on(Surface surface, Outcome exception) {
      exceptions.put(surface, exception);
      return this;
    }

    public Draft lasting(Action action, Period duration) {
      durations.put(action, duration);
      return this;
    }

    public Draft heldHidden() {
      holdHidden = true;
      return this;
    }

    public Clause leadsTo(Outcome otherwise, Action... ordered) {
      outcome = otherwise;
      actions.addAll(List.of(ordered));
      return new Clause(
          id,
          title.isEmpty() ? Map.of("en", "Title of " + id) : title,
          label,
          stance,
          severity,
          when,
          certain,
          new Clause.SurfaceOutcomes(outcome, exceptions),
          actions,
          durations,
          Clause.Strikes.NONE,
          stance == Stance.PROTECTED ? "freedom of expression (ICCPR Art. 19)" : "",
          holdHidden,
          "Why this rule exists.",
          List.of(),
          new Clause.Examples(Map.of(), Map.of()));
    }
  }
}
