package org.breakwater.store.decision;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.engine.enforcement.Plan;
import org.breakwater.engine.enforcement.PlannedAction;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;

/** A log with decisions that order actions, and people who act on them. */
abstract class EnforcementFixture extends LogFixture {
  static final Check CLEAR = check(Check.Found.NO);
  static final Cause OFFER = new Cause("smuggling.offer", "en");

  EnforcementFixture(Path folder) {
    super(folder);
  }

  static Check check(Check.Found victim) {
    var no = new Check.Part(Check.Found.NO, "");
    return new Check(new Check.Part(victim, "seen in person"), no, no);
  }

  static Ordered ordered(Action action, int people) {
    return new Ordered(Plan.of(action), Duration.ZERO, people);
  }

  static Ordered lasting(Action action, Period duration) {
    PlannedAction plan = Plan.of(action);
    return new Ordered(
        new PlannedAction(action, plan.scope(), duration, false, plan.undo()), Duration.ZERO, 0);
  }

  /** A removal with a proposal to close the account. */
  Draft offer(String id, String author, int people) {
    return recorded(
        id,
        author,
        Label.OFFER,
        OFFER,
        List.of(
            ordered(Action.REMOVE_CONTENT, 0),
            ordered(Action.DISABLE_ACCOUNT, people),
            ordered(Action.PRESERVE, 0)));
  }

  Draft recorded(String id, String author, Label label, Cause cause, List<Ordered> actions) {
    Draft removed = drafts.removed(id, author);
    var material = new Material.Recorded(id, 1, "words", author, "{}", label, actions);
    String json = "{\"id\":\"%s\",\"label\":\"%s\"}".formatted(id, label.word());
    return new Draft(
        removed.request(), json, Drafts.POLICIES, "remove", material, cause, Counted.NOTHING);
  }

  /** The same content again, under another request. */
  static Draft again(Draft draft) {
    var request = new Request(draft.request().content(), UUID.randomUUID(), draft.request().body());
    return new Draft(
        request,
        draft.json(),
        draft.policies(),
        draft.outcome(),
        draft.material(),
        draft.cause(),
        draft.counted());
  }

  Draft unrecorded(String id, List<Ordered> actions) {
    Draft asked = drafts.removedAsk(id);
    var material = new Material.Unrecorded(id, 1, "words", actions);
    return new Draft(
        asked.request(),
        asked.json(),
        asked.policies(),
        "allow",
        material,
        new Cause("ask", "en"),
        Counted.NOTHING);
  }

  Answer rule(Draft draft, Place place, String outcome) {
    return rule(draft, place, outcome, true);
  }

  Answer rule(Draft draft, Place place, String outcome, boolean isKept) {
    return log.enter(
            new Act.Ruled(
                "{\"act\":\"rule\"}",
                place.decision(),
                draft.request().content(),
                1,
                outcome,
                "because",
                "person m",
                isKept,
                new Confirmation.Nothing()))
        .join();
  }

  Answer confirm(UUID action, String by, Check check, boolean isSenior) {
    return log.enter(new Act.Confirmed("{}", action, check, isSenior, by, "seen")).join();
  }

  Answer undo(UUID action) {
    return log.enter(new Act.Undone("{}", action, "person m", "a bus line", true, true)).join();
  }

  /** The newest action with that word. */
  UUID action(String word) {
    return UUID.fromString(
        rows("select action::text from action where word = '%s' order by action desc limit 1"
                .formatted(word))
            .getFirst());
  }

  String state(UUID action) {
    return rows("select state from action where action = '%s'".formatted(action)).getFirst();
  }

  List<String> states() {
    return rows("select word || ' ' || state from action order by action");
  }

  /** Content and deed of each message, in their order. */
  List<String> outbox() {
    return rows("select content || ' ' || deed from outbox order by message");
  }

  List<String> rows(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  /** The server is started again then; the clock of one that runs is not believed if it jumps. */
  void startAgain(Instant then) {
    log.close();
    now = then;
    log = open();
  }

  Optional<String> refusal(Answer answer) {
    return answer instanceof Answer.Refused(var why) ? Optional.of(why) : Optional.empty();
  }
}
