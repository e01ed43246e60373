package org.breakwater.server.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breakwater.engine.Engine;
import org.breakwater.engine.Judgement;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.codec.DecisionJson;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.GroupHistory;
import org.breakwater.engine.content.History;
import org.breakwater.engine.content.Past;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Clause;
import org.breakwater.server.enforcement.Breakers;
import org.breakwater.server.enforcement.Restraints;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.decision.Cause;
import org.breakwater.store.decision.Ordered;
import org.breakwater.store.decision.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * Judges an event with what people ruled on it and confirmed of its author. An author's or a
 * group's history may only lead to a decision that is recorded: where the outcome would be one that
 * leaves no record, it is that of an author and a group without a history. So nothing about the
 * author has to be kept to give the same answer again, and who asks is treated alike, whatever they
 * did before (RFD 9).
 */
public final class Judge {
  /** Clauses that remove and hold on one event; more than these, and a repeat may be refused. */
  private static final int TOUCHED_MAX = 6;

  private final Standing standing;
  private final Pasts pasts;
  private final Restraints restraints;

  /**
   * @param standing what people ruled, which no machine overturns
   * @param restraints what else machines may not do
   */
  public Judge(Standing standing, Pasts pasts, Restraints restraints) {
    this.standing = standing;
    this.pasts = pasts;
    this.restraints = restraints;
  }

  /**
   * What came of it.
   *
   * @param json as it is sent, but for its place in the log
   * @param cause whose removal this is one of, of those of a day
   */
  record Judged(Judgement judgement, Verdict verdict, String json, Memory memory, Cause cause) {}

  /** What was before, looked up when a rule asks for it, and once. */
  private static final class Asked implements Past {
    private final Past source;
    private @Nullable History author;
    private @Nullable GroupHistory group;

    Asked(Past source) {
      this.source = source;
    }

    @Override
    public History author() {
      History known = author;
      if (known == null) author = known = source.author();
      return known;
    }

    @Override
    public GroupHistory group() {
      GroupHistory known = group;
      if (known == null) group = known = source.group();
      return known;
    }

    /** Whether something that counts against the author or the group was told to the rules. */
    boolean hasTold() {
      boolean ofAuthor = author instanceof History.Known known && !known.equals(History.NONE);
      boolean ofGroup =
          group instanceof GroupHistory.Known known && !known.equals(GroupHistory.NONE);
      return ofAuthor || ofGroup;
    }
  }

  Judged judged(Rules.InForce rules, ContentEvent event, UUID content) {
    var past = new Asked(pasts.of(event));
    Judged judged = judged(rules, event, content, past);
    boolean mustForget = past.hasTold() && !judged.memory().isRecorded();
    if (!mustForget) return judged;
    giveBack(judged.cause());
    return judged(rules, event, content, Pasts.NOTHING);
  }

  /** What was judged is not logged: it is none of the day's removals. */
  void giveBack(Cause cause) {
    if (!cause.clause().isEmpty()) restraints.breakers().giveBack(cause.clause());
  }

  private Judged judged(Rules.InForce rules, ContentEvent event, UUID content, Past past) {
    Optional<Ruling> ruling = standing.on(content, event.revision());
    Breakers.Judged seen =
        restraints.breakers().judge(rules.engine(), event, past, ruling.isEmpty());
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
   * each ruling there has been; of an author and a group without a history, or with one that was
   * not known.
   */
  Stream<String> possible(Rules.InForce then, ContentEvent event, UUID content) {
    return Stream.of(History.NONE, History.UNKNOWN)
        .flatMap(
            author ->
                Stream.of(GroupHistory.NONE, GroupHistory.UNKNOWN)
                    .map(group -> Pasts.of(author, group)))
        .flatMap(past -> machines(then.engine(), event, past))
        .distinct()
        .flatMap(machine -> possible(machine, event, content));
  }

  /** What a machine may have said: with no breaker open, or with some of those that it touches. */
  private Stream<Verdict> machines(Engine engine, ContentEvent event, Past past) {
    Verdict plain = engine.judge(event, engine.timeOf(event), past).verdict();
    List<String> touched =
        Breakers.touched(engine, plain.decision(), event.surface()).stream()
            .limit(TOUCHED_MAX)
            .toList();
    return Stream.concat(
        Stream.of(plain),
        IntStream.range(1, 1 << touched.size())
            .mapToObj(some -> subset(touched, some))
            .map(held -> restraints.breakers().decideHeld(engine, event, past, held)));
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
