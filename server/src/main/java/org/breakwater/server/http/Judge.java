package org.breakwater.server.http;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.breakwater.engine.Judgement;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.codec.DecisionJson;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.History;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.decision.Ruling;

/**
 * Judges an event with what people ruled on it and confirmed of its author. An author's history may
 * only lead to a decision that is recorded: where the outcome would be one that leaves no record,
 * it is that of an author without a history. So nothing about the author has to be kept to give the
 * same answer again, and who asks is treated alike, whatever they did before (RFD 9).
 */
public final class Judge {
  private final Standing standing;
  private final Histories histories;

  /**
   * @param standing what people ruled, which no machine overturns
   */
  public Judge(Standing standing, Histories histories) {
    this.standing = standing;
    this.histories = histories;
  }

  /**
   * What came of it.
   *
   * @param json as it is sent, but for its place in the log
   */
  record Judged(Judgement judgement, Verdict verdict, String json, Memory memory) {}

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
    return mustForget ? judged(rules, event, content, () -> History.NONE) : judged;
  }

  private Judged judged(
      Rules.InForce rules, ContentEvent event, UUID content, Supplier<History> history) {
    Judgement judgement = rules.engine().judge(event, rules.engine().timeOf(event), history);
    Verdict machine = judgement.verdict();
    Optional<Ruling> ruling = standing.on(content, event.revision());
    Verdict verdict = ruling.map(by -> Ruled.verdict(machine, by, event.surface())).orElse(machine);
    String json =
        ruling.map(by -> Ruled.json(verdict, by)).orElseGet(() -> DecisionJson.text(machine));
    // The trace asks for the history, too, but only of what is recorded.
    return new Judged(
        judgement, verdict, json, Memory.of(event, verdict.decision(), judgement.trace()));
  }

  /**
   * What may have been answered where no author is recorded: the machine's own decision, or one for
   * each ruling there has been; of an author without a history, or with one that was not known.
   */
  Stream<String> possible(Rules.InForce then, ContentEvent event, UUID content) {
    return Stream.of(History.NONE, History.UNKNOWN)
        .map(history -> then.engine().judge(event, then.engine().timeOf(event), () -> history))
        .map(Judgement::verdict)
        .distinct()
        .flatMap(machine -> possible(machine, event, content));
  }

  private Stream<String> possible(Verdict machine, ContentEvent event, UUID content) {
    return Stream.concat(
        Stream.of(DecisionJson.text(machine)),
        standing.all(content, event.revision()).stream()
            .map(by -> Ruled.json(Ruled.verdict(machine, by, event.surface()), by)));
  }
}
