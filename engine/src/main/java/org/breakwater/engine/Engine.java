package org.breakwater.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Past;
import org.breakwater.engine.decision.Decider;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.enforcement.Plan;
import org.breakwater.engine.policy.Automation;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.signal.HelpLines;
import org.breakwater.engine.signal.Lexicon;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.Observer;
import org.breakwater.engine.signal.Reading;

/** Decides events under one or more policy versions. Immutable; safe for use by many threads. */
public final class Engine {
  private final List<PolicyVersion> policies;
  private final List<Observer> observers;
  private final Decider decider;

  /**
   * @param policies at least one; of several, all clauses are judged together
   */
  public Engine(List<PolicyVersion> policies) {
    if (policies.isEmpty()) throw new IllegalArgumentException("no policy version");
    this.policies = List.copyOf(policies);
    // Versions that share a lexicon share its observer, and each event is observed with it once.
    Map<Lexicon, Observer> shared = new HashMap<>();
    HelpLines lines = lines(policies);
    this.observers =
        policies.stream()
            .map(
                policy ->
                    shared.computeIfAbsent(
                        policy.lexicon(), lexicon -> new Observer(lexicon).with(lines)))
            .toList();
    this.decider = new Decider(policies);
  }

  private Engine(List<PolicyVersion> policies, List<Observer> observers) {
    this.policies = List.copyOf(policies);
    this.observers = observers;
    this.decider = new Decider(policies);
  }

  /**
   * An engine for versions that differ from these only in what they do with what is observed, such
   * as in the help they show. It shares what takes long to make.
   */
  public Engine with(UnaryOperator<PolicyVersion> change) {
    List<PolicyVersion> changed = policies.stream().map(change).toList();
    HelpLines lines = lines(changed);
    Map<Observer, Observer> with = new HashMap<>();
    return new Engine(
        changed,
        observers.stream()
            .map(eyes -> with.computeIfAbsent(eyes, each -> each.with(lines)))
            .toList());
  }

  private static HelpLines lines(List<PolicyVersion> policies) {
    List<HelpLines.Line> lines = new ArrayList<>();
    for (PolicyVersion policy : policies)
      for (Resource resource : policy.resources())
        for (String channel : resource.channels())
          if (channel.startsWith("tel:"))
            lines.add(new HelpLines.Line(resource.name(), channel.substring("tel:".length())));
    return lines.isEmpty() ? HelpLines.NONE : new HelpLines(lines);
  }

  /**
   * The same with circuit breakers open: where one is, a machine removes nothing. Shares what was
   * costly to build.
   */
  public Engine interrupted(Set<Automation.Breaker> open) {
    List<PolicyVersion> held =
        policies.stream()
            .map(policy -> policy.with(new Automation.Interrupted(policy.automation(), open)))
            .toList();
    return new Engine(held, observers);
  }

  public List<PolicyVersion> policies() {
    return policies;
  }

  /**
   * The time of judgement where nobody states one: when the event was published, else the date of
   * the newest pack.
   */
  public Instant timeOf(ContentEvent event) {
    return Objects.requireNonNullElseGet(event.createdAt(), this::packDate);
  }

  private Instant packDate() {
    return policies.stream()
        .map(policy -> policy.date().atStartOfDay(ZoneOffset.UTC).toInstant())
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /**
   * Decides one event.
   *
   * @param at the time of judgement: ages, expiries and resources are as of then
   */
  public Verdict decide(ContentEvent event, Instant at) {
    return Decider.mayJudge(event)
        ? verdict(decider.decide(event, observe(event, at, Past.UNKNOWN), at))
        : verdict(decider.letBe(event));
  }

  /** Decides one event and says why: what was observed, and what each clause made of it. */
  public Trace explain(ContentEvent event, Instant at) {
    return judge(event, at).trace().get();
  }

  /** As below, where nothing that was before can be asked for. */
  public Judgement judge(ContentEvent event, Instant at) {
    return judge(event, at, Past.UNKNOWN);
  }

  /**
   * Decides one event, and can still say why without looking at it again.
   *
   * @param past of its author and its group; asked only where a clause that may still hold asks for
   *     it, or when the trace is
   */
  public Judgement judge(ContentEvent event, Instant at, Past past) {
    if (!Decider.mayJudge(event)) {
      Verdict verdict = verdict(decider.letBe(event));
      return new Judgement(verdict, List.of(), () -> new Trace(verdict, List.of(), List.of()));
    }
    List<Observation> seen = observe(event, at, past);
    Verdict verdict = verdict(decider.decide(event, seen, at));
    return new Judgement(verdict, seen, () -> trace(event, seen, verdict));
  }

  /** A text with every way to reach somebody blotted out. */
  public String withoutContacts(String text) {
    String left = text;
    for (Observer observer : observers) left = observer.withoutContacts(left);
    return left;
  }

  private Trace trace(ContentEvent event, List<Observation> seen, Verdict verdict) {
    List<Trace.Observed> observed =
        IntStream.range(0, policies.size())
            .mapToObj(i -> new Trace.Observed(policies.get(i).name(), seen.get(i)))
            .toList();
    return new Trace(verdict, observed, decider.explain(event, seen));
  }

  private List<Observation> observe(ContentEvent event, Instant at, Past past) {
    Reading reading = Reading.of(event);
    if (observers.size() == 1) return List.of(observers.getFirst().observe(reading, at, past));
    Map<Observer, Observation> seen = new HashMap<>();
    return observers.stream()
        .map(observer -> seen.computeIfAbsent(observer, eyes -> eyes.observe(reading, at, past)))
        .toList();
  }

  private static Verdict verdict(Decision decision) {
    return new Verdict(decision, Plan.of(decision));
  }
}
