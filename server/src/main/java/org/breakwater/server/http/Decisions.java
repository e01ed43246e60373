package org.breakwater.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.breakwater.engine.Engine;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.breakwater.server.help.CurrentHelp;
import org.breakwater.server.policy.Rules;
import org.breakwater.server.sample.Sampler;
import org.breakwater.server.trace.Trace;
import org.breakwater.store.decision.Answer;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.Draft;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Place;
import org.breakwater.store.decision.Request;

/** Decides, has it logged, and says what to answer. Safe for use by many threads. */
public final class Decisions {
  private static final int MINOR = SignalCatalog.STANDARD.slot("minor.present");

  private final Rules rules;
  private final CurrentHelp help;
  private final DecisionLog log;
  private final LogSecrets secrets;
  private final Judge judge;
  private final Volumes volumes;
  private final Sampler sampler;
  private final Executor aside = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param help what is verified now, and was before
   */
  public Decisions(
      Rules rules,
      CurrentHelp help,
      DecisionLog log,
      LogSecrets secrets,
      Judge judge,
      Volumes volumes,
      Sampler sampler) {
    this.rules = rules;
    this.help = help;
    this.log = log;
    this.secrets = secrets;
    this.judge = judge;
    this.volumes = volumes;
    this.sampler = sampler;
  }

  /**
   * How a request is named by its sender.
   *
   * @param caller the key's name
   * @param key the header {@code Idempotency-Key}; empty for none
   * @param trace where its stages go
   * @param then does what is left to do once the log has committed
   */
  record Sender(String caller, String key, Trace trace, Executor then) {

    /** One for whom the log's writer does what is left. */
    Sender(String caller, String key, Trace trace) {
      this(caller, key, trace, Runnable::run);
    }

    /** The same, with another name for the request. */
    Sender naming(String otherKey) {
      return new Sender(caller, otherKey, trace, then);
    }
  }

  /** Decides one event; completes when it is on the disk, or refused. */
  CompletableFuture<Reply> decide(byte[] body, Sender sender) {
    return switch (EventJson.read(body)) {
      case EventJson.Read.Accepted accepted -> decide(accepted.event(), body, sender);
      case EventJson.Read.Rejected(var faults) ->
          done(new Reply.Refused(Problems.badEvent(faults)));
    };
  }

  private CompletableFuture<Reply> decide(ContentEvent event, byte[] body, Sender sender) {
    UUID name =
        sender.key().isEmpty()
            ? secrets.name("event", bytes(event.id()), bytes("" + event.revision()))
            : secrets.name("key", bytes(sender.caller()), bytes(sender.key()));
    var request = new Request(content(event.id()), name, secrets.name("body", body));
    return log(event, request, sender);
  }

  /** Screens a search; its query is judged and forgotten. */
  CompletableFuture<Reply> screen(ContentEvent search, byte[] body, Sender sender) {
    UUID name =
        sender.key().isEmpty()
            ? UUID.randomUUID()
            : secrets.name("search", bytes(sender.caller()), bytes(sender.key()));
    // A search has no content id; a random name keeps its row like any other.
    var request = new Request(UUID.randomUUID(), name, secrets.name("body", body));
    return log(search, request, sender);
  }

  /** The name under which rows know a content. */
  UUID content(String id) {
    return secrets.name("content", bytes(id));
  }

  private CompletableFuture<Reply> log(ContentEvent event, Request request, Sender sender) {
    long began = System.nanoTime();
    if (!rules.fault().isEmpty())
      return done(new Reply.Refused(Problems.unavailable(rules.fault())));
    // Read once: what is begun under a version ends under it.
    Rules.InForce inForce = help.on(rules.inForce());
    Judge.Judged judged = judge.judged(inForce, event, request.content());
    Memory memory = judged.memory();
    var draft =
        new Draft(
            request,
            judged.json(),
            inForce.policies(),
            memory.outcome(),
            memory.material(),
            judged.cause(),
            Counting.of(event, secrets));
    long decided = System.nanoTime();
    volumes.decided(decided - began);
    sender.trace().stage("decide", began, decided);
    return log.submit(draft)
        .thenComposeAsync(
            answer -> {
              sender.trace().stage("log", decided, System.nanoTime());
              if (answer instanceof Answer.Logged(var place))
                logged(place, event, judged, System.nanoTime() - decided);
              else judge.giveBack(judged.cause());
              return reply(answer, event, draft);
            },
            sender.then());
  }

  /** Whether a child is concerned in what somebody searches for. */
  boolean concernsMinor(ContentEvent event) {
    Engine engine = rules.inForce().engine();
    return engine.explain(event, engine.timeOf(event)).observed().stream()
        .anyMatch(each -> each.observation().flag(MINOR) == Truth.TRUE);
  }

  private void logged(Place place, ContentEvent event, Judge.Judged judged, long nanos) {
    Decision decision = judged.verdict().decision();
    volumes.logged(place, judged.memory().outcome(), decision.lang(), nanos);
    sampler.saw(
        event, decision, judged.judgement().seen(), rules.inForce().engine()::withoutContacts);
  }

  private CompletableFuture<Reply> reply(Answer answer, ContentEvent event, Draft draft) {
    return switch (answer) {
      case Answer.Logged(var place) -> done(new Reply.Decided(place.addedTo(draft.json()), place));
      // Not on the writer's thread, which completes this: it would wait for itself.
      case Answer.Repeated(var place, var policies) ->
          CompletableFuture.supplyAsync(() -> again(event, draft, place, policies), aside);
      case Answer.Refused(var why) -> throw new IllegalStateException("no act: " + why);
      case Answer.Conflict _ -> done(new Reply.Refused(Problems.conflict()));
      case Answer.Unavailable(var why, var _) -> done(new Reply.Refused(Problems.unavailable(why)));
    };
  }

  private static CompletableFuture<Reply> done(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  /**
   * The first answer once more: as it is kept where it is recorded, with whatever history it was
   * made with; else recomputed, because nothing is kept of most decisions.
   */
  private Reply again(ContentEvent event, Draft draft, Place place, String policies) {
    Optional<String> json = log.asSent(place);
    if (json.isEmpty()) json = recomputed(event, draft, place, policies);
    return json.<Reply>map(text -> new Reply.Decided(text, place))
        .orElseGet(() -> new Reply.Refused(Problems.notRepeatable(place, policies)));
  }

  private Optional<String> recomputed(
      ContentEvent event, Draft draft, Place place, String policies) {
    return help.under(policies)
        .flatMap(
            then ->
                judge
                    .possible(then, event, draft.request().content())
                    .map(place::addedTo)
                    // Another build of the engine may decide otherwise; the leaf knows.
                    .filter(text -> log.isWhatWasSent(place, bytes(text)))
                    .findFirst());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** What is wrong with an event, as one line for each fault. */
  static List<String> lines(List<EventJson.Fault> faults) {
    return faults.stream().map(EventJson.Fault::toString).toList();
  }
}
