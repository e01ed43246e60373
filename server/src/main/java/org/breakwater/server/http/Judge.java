package org.breakwater.server.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breakwater.engine.Engine;
import org.breakwater.engine.Judgement;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.codec.DecisionJson;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.History;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Clause;
import org.breakwater.server.enforcement.Breakers;
import org.breakwater.server.enforcement.Restraints;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.decision.Cause;
import org.breakwater.store.decision.Ordered;
import org.breakwater.store.decision.Ruling;

/**
 * Judges an event with what people ruled on it and confirmed of its author. An author's history may
 * only lead to a decision that is recorded: where the outcome would be one that leaves no record,
 * it is that of an author without a history. So nothing about the author has to be kept to give the
 * same answer again, and who asks is treated alike, whatever they did before (RFD 9).
 */
public final class Judge {
  /** Clauses that remove and hold on one event; more than these, and a repeat may be refused. */
  private static final int TOUCHED_MAX = 6;

  private final Standing standing;
  private final Histories histories;
  private final Restraints restraints;

  /**
   * @param standing what people ruled, which no machine overturns
   * @param restraints what else machines may not do
   */
  public Judge(Standing standing, Histories histories, Restraints restraints) {
    this.standing = standing;
    this.histories = histories;
    this.restraints = restraints;
  }

  /**
   * What came of it.
   *
   * @param json as it is sent, but for its place in the log
   * @param cause whose removal this is one of, of those of a day
   */
  record Judged(Judgement judgement, Verdict verdict, String json, Memory memory, Cause cause) {}

  /** A history that is looked up when a rule asks for it, and once. */
  private static final class Asked implements Supplier<History> {
    private final Supplier<History> source;
    private boolean asked;
    private History given = History.UNKNOWN;

    Asked(Supplier<History> source) {
      this.source = source;
    }

    @Override
    public History get() {
      if (!asked) given = source.get();
      asked = true;
      return given;
    }

    /** Whether something that counts against the author was told to the rules. */
    boolean hasTold() {
      return switch (given) {
        case History.Unknown _ -> false;
        case History.Known known -> !known.equals(History.NONE);
      };
    }
  }

  Judged judged(Rules.InForce rules, ContentEvent event, UUID content) {
    var history = new Asked(() -> histories.of(event.author()));
    Judged judged = judged(rules, event, content, history);
    boolean mustForget = history.hasTold() && !judged.memory().isRecorded();
    if (!mustForget) return judged;
    giveBack(judged.cause());
    return judged(rules, event, content, () -> History.NONE);
  }

  /** What was judged is not logged: it is none of the day's removals. */
  void giveBack(Cause cause) {
    if (!cause.clause().isEmpty()) restraints.breakers().giveBack(cause.clause());
  }

  private Judged judged(
      Rules.InForce rules, ContentEvent event, UUID content, Supplier<History> history) {
    Optional<Ruling> ruling = standing.on(content, event.revision());
    Breakers.Judged seen =
        restraints.breakers().judge(rules.engine(), event, history, ruling.isEmpty());
    Verdict machine = seen.verdict();
    Verdict verdict = ruling.map(by -> Ruled.verdict(machine, by, event.surface())).orElse(machine);
    String json =
        ruling.map(by -> Ruled.json(verdict, by)).orElseGet(() -> DecisionJson.text(machine));
    List<Ordered> actions =
        restraints.ordering().of(verdict.actions(), seen.by().map(Clause::severity).orElse(0));
    // The trace asks for the history, too, but only of what is recorded.
    Memory memory = Memory.of(event, verdict.decision(), actions, seen.trace());
    Cause cause = ruling.isPresent() ? Cause.NONE : cause(seen, event);
    return new Judged(seen.judgement(), verdict, json, memory, cause);
  }

  private static Cause cause(Breakers.Judged seen, ContentEvent event) {
    // A search is forgotten, and removes nothing.
    if (event.surface() == Surface.SEARCH) return Cause.NONE;
    String lang = seen.verdict().decision().lang();
    return seen.by().map(clause -> new Cause(clause.id(), lang)).orElse(Cause.NONE);
  }

  /**
   * What may have been answered where no author is recorded: the machine's own decision, or one for
   * each ruling there has been; of an author without a history, or with one that was not known.
   */
  Stream<String> possible(Rules.InForce then, ContentEvent event, UUID content) {
    return Stream.of(History.NONE, History.UNKNOWN)
        .flatMap(history -> machines(then.engine(), event, history))
        .distinct()
        .flatMap(machine -> possible(machine, event, content));
  }

  /** What a machine may have said: with no breaker open, or with some of those that it touches. */
  private Stream<Verdict> machines(Engine engine, ContentEvent event, History history) {
    Verdict plain = engine.judge(event, engine.timeOf(event), () -> history).verdict();
    List<String> touched =
        Breakers.touched(engine, plain.decision(), event.surface()).stream()
            .limit(TOUCHED_MAX)
            .toList();
    return Stream.concat(
        Stream.of(plain),
        IntStream.range(1, 1 << touched.size())
            .mapToObj(some -> subset(touched, some))
            .map(held -> restraints.breakers().decideHeld(engine, event, history, held)));
  }

  /** Those whose bits are set. */
  private static Set<String> subset(List<String> all, int bits) {
    return IntStream.range(0, all.size())
        .filter(i -> (bits >> i & 1) == 1)
        .mapToObj(all::get)
        .collect(Collectors.toSet());
  }

  private Stream<String> possible(Verdict machine, ContentEvent event, UUID content) {
    return Stream.concat(
        Stream.of(DecisionJson.text(machine)),
        standing.all(content, event.revision()).stream()
            .map(by -> Ruled.json(Ruled.verdict(machine, by, event.surface()), by)));
  }
}
