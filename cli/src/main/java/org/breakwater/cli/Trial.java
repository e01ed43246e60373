package org.breakwater.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breakwater.engine.Engine;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.cases.Split;

/** A version's examples and cases run under it, as if evidence licensed every removal. */
final class Trial {
  private static final String CASE = "case ";

  private final Map<String, Score> scores = new TreeMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private boolean isSound = true;

  /** How many of a group were right. */
  private static final class Score {
    private int right;
    private int n;

    Counts counts() {
      return new Counts(right, n);
    }

    String share() {
      return n == 0 ? Table.NOTHING : right + "/" + n;
    }
  }

  private record Counts(int right, int n) {}

  /**
   * One that went wrong.
   *
   * @param group clause or functionality, with what was tried
   */
  record Failure(String group, String lang, String expected, String got, String text) {
    @Override
    public String toString() {
      return "%s  %s  expected %s, got %s: %s"
          .formatted(group, lang, expected, got, Screen.line(text));
    }
  }

  /** Runs all examples of the version and all cases that say something about it. */
  static Trial of(PolicyVersion version, List<PolicyCase> cases) {
    var trial = new Trial();
    Engine engine = Flip.asIfLicensed(version);
    Example.of(version).forEach(example -> trial.run(engine, example));
    cases.stream()
        .filter(one -> !one.expected().in(version.version()).isEmpty())
        .forEach(one -> trial.run(engine, one, one.expected().in(version.version())));
    return trial;
  }

  private void run(Engine engine, Example example) {
    ContentEvent event = example.event();
    Decision decision = engine.decide(event, engine.timeOf(event)).decision();
    boolean held = decision.clauses().contains(example.clause());
    String group = example.clause() + " " + example.kind();
    String expected = example.holds() ? "it to hold" : "it not to hold";
    String got = decision.clauses().isEmpty() ? "nothing" : String.join(", ", decision.clauses());
    if (held != example.holds()) isSound = false;
    count(
        held == example.holds(), new Failure(group, example.lang(), expected, got, example.text()));
  }

  private void run(Engine engine, PolicyCase one, List<Outcome> expected) {
    ContentEvent event = one.event();
    Decision decision = engine.decide(event, engine.timeOf(event)).decision();
    String group = CASE + one.functionality();
    String right = expected.stream().map(Outcome::word).collect(Collectors.joining(" or "));
    String got = decision.outcome().word();
    if (one.neverRemove() && decision.outcome() == Outcome.REMOVE) isSound = false;
    count(
        expected.contains(decision.outcome()),
        new Failure(group, decision.lang(), right, got, shown(one)));
  }

  /** Who mends rules after this list must not have read what is held. */
  private static String shown(PolicyCase one) {
    return one.split() == Split.HELD ? "(held: kept unread)" : one.event().text();
  }

  private void count(boolean right, Failure otherwise) {
    Score score = scores.computeIfAbsent(otherwise.group(), _ -> new Score());
    score.n++;
    if (right) score.right++;
    else failures.add(otherwise);
  }

  /**
   * Whether every example is as it must be and no case is removed that never may be. Other cases
   * measure: how many are right is a figure, for {@code bw evaluate} to give with its interval.
   */
  boolean isSound() {
    return isSound;
  }

  List<Failure> failures() {
    return failures;
  }

  /** A row for each clause's examples and each functionality's cases. */
  Table table() {
    var table = new Table("tried", "right", "");
    scores.forEach((group, score) -> table.row(group, score.share(), remark(group, score)));
    return table;
  }

  private static String remark(String group, Score score) {
    if (score.right == score.n) return "";
    return group.startsWith(CASE) ? "measured" : "fails";
  }

  /** The same as a JSON object, for {@code --json}. */
  Map<String, Object> members(String policy) {
    var groups = new LinkedHashMap<String, Object>();
    scores.forEach((group, score) -> groups.put(group, score.counts()));
    var members = new LinkedHashMap<String, Object>();
    members.put("policy", policy);
    members.put("tried", groups);
    members.put("failures", failures);
    return members;
  }
}
