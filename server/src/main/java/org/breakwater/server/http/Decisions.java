package org.breakwater.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.breakwater.engine.Judgement;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.codec.DecisionJson;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.server.policy.Rules;
import org.breakwater.server.trace.Trace;
import org.breakwater.store.decision.Answer;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.Draft;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Place;
import org.breakwater.store.decision.Request;
import org.breakwater.store.decision.Ruling;

/** Decides, has it logged, and says what to answer. Safe for use by many threads. */
public final class Decisions {
  private final Rules rules;
  private final DecisionLog log;
  private final LogSecrets secrets;
  private final Standing standing;
  private final Volumes volumes;
  private final Executor aside = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param standing what people ruled, which no machine overturns
   */
  public Decisions(
      Rules rules, DecisionLog log, LogSecrets secrets, Standing standing, Volumes volumes) {
    this.rules = rules;
    this.log = log;
    this.secrets = secrets;
    this.standing = standing;
    this.volumes = volumes;
  }

  /**
   * How a request is named by its sender.
   *
   * @param caller the key's name
   * @param key the header {@code Idempotency-Key}; empty for none
   * @param trace where its stages go
   */
  record Sender(String caller, String key, Trace trace) {}

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
    return log(event, request, sender.trace());
  }

  /** Screens a search; its query is judged and forgotten. */
  CompletableFuture<Reply> screen(ContentEvent search, byte[] body, Sender sender) {
    UUID name =
        sender.key().isEmpty()
            ? UUID.randomUUID()
            : secrets.name("search", bytes(sender.caller()), bytes(sender.key()));
    // A search has no content id; a random name keeps its row like any other.
    var request = new Request(UUID.randomUUID(), name, secrets.name("body", body));
    return log(search, request, sender.trace());
  }

  /** The name under which rows know a content. */
  UUID content(String id) {
    return secrets.name("content", bytes(id));
  }

  private CompletableFuture<Reply> log(ContentEvent event, Request request, Trace trace) {
    long began = System.nanoTime();
    Rules.InForce inForce = rules.inForce();
    Judgement judgement = inForce.engine().judge(event, inForce.engine().timeOf(event));
    Verdict machine = judgement.verdict();
    Optional<Ruling> ruling = standing.on(request.content(), event.revision());
    Verdict verdict = ruling.map(by -> Ruled.verdict(machine, by, event.surface())).orElse(machine);
    String json = ruling.map(by -> Ruled.json(verdict, by)).orElseGet(() -> text(machine));
    Memory memory = Memory.of(event, verdict.decision(), judgement.trace());
    var draft = new Draft(request, json, inForce.policies(), memory.outcome(), memory.material());
    long decided = System.nanoTime();
    volumes.decided(decided - began);
    trace.stage("decide", began, decided);
    return log.submit(draft)
        .thenCompose(
            answer -> {
              trace.stage("log", decided, System.nanoTime());
              if (answer instanceof Answer.Logged(var place))
                volumes.logged(
                    place,
                    memory.outcome(),
                    verdict.decision().lang(),
                    System.nanoTime() - decided);
              return reply(answer, event, draft);
            });
  }

  private static String text(Verdict verdict) {
    return DecisionJson.text(verdict);
  }

  private static Verdict decide(Rules.InForce rules, ContentEvent event) {
    return rules.engine().decide(event, rules.engine().timeOf(event));
  }

  private CompletableFuture<Reply> reply(Answer answer, ContentEvent event, Draft draft) {
    return switch (answer) {
      case Answer.Logged(var place) -> done(new Reply.Decided(place.addedTo(draft.json()), place));
      // Not on the writer's thread, which completes this: it would wait for itself.
      case Answer.Repeated(var place, var policies) ->
          CompletableFuture.supplyAsync(() -> again(event, draft, place, policies), aside);
      case Answer.Conflict _ -> done(new Reply.Refused(Problems.conflict()));
      case Answer.Unavailable(var why, var _) -> done(new Reply.Refused(Problems.unavailable(why)));
    };
  }

  private static CompletableFuture<Reply> done(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  /** The first answer once more: recomputed, because nothing is kept of most decisions. */
  private Reply again(ContentEvent event, Draft draft, Place place, String policies) {
    Optional<String> json =
        rules
            .under(policies)
            .map(then -> decide(then, event))
            .flatMap(
                machine ->
                    possible(machine, event, draft.request())
                        .map(place::addedTo)
                        // Another build of the engine may decide otherwise; the leaf knows.
                        .filter(text -> log.isWhatWasSent(place, bytes(text)))
                        .findFirst());
    return json.<Reply>map(text -> new Reply.Decided(text, place))
        .orElseGet(() -> new Reply.Refused(Problems.notRepeatable(place, policies)));
  }

  /** What may have been answered: the machine's own, or one for each ruling there has been. */
  private Stream<String> possible(Verdict machine, ContentEvent event, Request request) {
    return Stream.concat(
        Stream.of(text(machine)),
        standing.all(request.content(), event.revision()).stream()
            .map(by -> Ruled.json(Ruled.verdict(machine, by, event.surface()), by)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** What is wrong with an event, as one line for each fault. */
  static List<String> lines(List<EventJson.Fault> faults) {
    return faults.stream().map(EventJson.Fault::toString).toList();
  }
}
