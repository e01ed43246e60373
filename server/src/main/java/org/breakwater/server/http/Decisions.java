package org.breakwater.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breakwater.engine.Engine;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.codec.DecisionJson;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.breakwater.server.enforcement.Breakers;
import org.breakwater.server.enforcement.Restraints;
import org.breakwater.server.help.CurrentHelp;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.decision.Answer;
import org.breakwater.store.decision.Cause;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.Draft;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Ordered;
import org.breakwater.store.decision.Place;
import org.breakwater.store.decision.Request;
import org.breakwater.store.decision.Ruling;

/** Decides, has it logged, and says what to answer. Safe for use by many threads. */
public final class Decisions {
  private static final int MINOR = SignalCatalog.STANDARD.slot("minor.present");

  /** Clauses that remove and hold on one event; more than these, and a repeat may be refused. */
  private static final int TOUCHED_MAX = 6;

  private final Rules rules;
  private final CurrentHelp help;
  private final DecisionLog log;
  private final LogSecrets secrets;
  private final Standing standing;
  private final Volumes volumes;
  private final Restraints restraints;
  private final Executor aside = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param help what is verified now, and was before
   * @param standing what people ruled, which no machine overturns
   * @param restraints what else machines may not do
   */
  public Decisions(
      Rules rules,
      CurrentHelp help,
      DecisionLog log,
      LogSecrets secrets,
      Standing standing,
      Volumes volumes,
      Restraints restraints) {
    this.rules = rules;
    this.help = help;
    this.log = log;
    this.secrets = secrets;
    this.standing = standing;
    this.volumes = volumes;
    this.restraints = restraints;
  }

  /**
   * How a request is named by its sender.
   *
   * @param caller the key's name
   * @param key the header {@code Idempotency-Key}; empty for none
   */
  record Sender(String caller, String key) {}

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
    return log(event, new Request(content(event.id()), name, secrets.name("body", body)));
  }

  /** Screens a search; its query is judged and forgotten. */
  CompletableFuture<Reply> screen(ContentEvent search, byte[] body, Sender sender) {
    UUID name =
        sender.key().isEmpty()
            ? UUID.randomUUID()
            : secrets.name("search", bytes(sender.caller()), bytes(sender.key()));
    // A search has no content id; a random name keeps its row like any other.
    return log(search, new Request(UUID.randomUUID(), name, secrets.name("body", body)));
  }

  /** The name under which rows know a content. */
  UUID content(String id) {
    return secrets.name("content", bytes(id));
  }

  private CompletableFuture<Reply> log(ContentEvent event, Request request) {
    long began = System.nanoTime();
    if (!rules.fault().isEmpty())
      return done(new Reply.Refused(Problems.unavailable(rules.fault())));
    // Read once: what is begun under a version ends under it.
    Rules.InForce inForce = help.on(rules.inForce());
    Optional<Ruling> ruling = standing.on(request.content(), event.revision());
    Breakers.Judged judged = restraints.breakers().judge(inForce.engine(), event, ruling.isEmpty());
    Verdict machine = judged.verdict();
    Verdict verdict = ruling.map(by -> Ruled.verdict(machine, by, event.surface())).orElse(machine);
    String json = ruling.map(by -> Ruled.json(verdict, by)).orElseGet(() -> text(machine));
    List<Ordered> actions =
        restraints.ordering().of(verdict.actions(), judged.by().map(Clause::severity).orElse(0));
    Memory memory = Memory.of(event, verdict.decision(), actions, judged.trace());
    Cause cause = ruling.isPresent() ? Cause.NONE : cause(judged, event);
    var draft =
        new Draft(request, json, inForce.policies(), memory.outcome(), memory.material(), cause);
    long decided = System.nanoTime();
    volumes.decided(decided - began);
    return log.submit(draft)
        .thenCompose(
            answer -> {
              if (answer instanceof Answer.Logged(var place))
                volumes.logged(
                    place,
                    memory.outcome(),
                    verdict.decision().lang(),
                    System.nanoTime() - decided);
              else if (!cause.clause().isEmpty()) restraints.breakers().giveBack(cause.clause());
              return reply(answer, event, draft);
            });
  }

  /** Whether a child is concerned in what somebody searches for. */
  boolean concernsMinor(ContentEvent event) {
    Engine engine = rules.inForce().engine();
    return engine.explain(event, engine.timeOf(event)).observed().stream()
        .anyMatch(each -> each.observation().flag(MINOR) == Truth.TRUE);
  }

  private static Cause cause(Breakers.Judged judged, ContentEvent event) {
    // A search is forgotten, and removes nothing.
    if (event.surface() == Surface.SEARCH) return Cause.NONE;
    String lang = judged.verdict().decision().lang();
    return judged.by().map(clause -> new Cause(clause.id(), lang)).orElse(Cause.NONE);
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
      case Answer.Refused(var why) -> throw new IllegalStateException("no act: " + why);
      case Answer.Unavailable(var why, var _) -> done(new Reply.Refused(Problems.unavailable(why)));
    };
  }

  private static CompletableFuture<Reply> done(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  /** The first answer once more: recomputed, because nothing is kept of most decisions. */
  private Reply again(ContentEvent event, Draft draft, Place place, String policies) {
    Optional<String> json =
        help.under(policies)
            .flatMap(
                then ->
                    machines(then, event)
                        .flatMap(machine -> possible(machine, event, draft.request()))
                        .map(place::addedTo)
                        // Another build of the engine may decide otherwise; the leaf knows.
                        .filter(text -> log.isWhatWasSent(place, bytes(text)))
                        .findFirst());
    return json.<Reply>map(text -> new Reply.Decided(text, place))
        .orElseGet(() -> new Reply.Refused(Problems.notRepeatable(place, policies)));
  }

  /** What a machine may have said: with no breaker open, or with some of those that it touches. */
  private Stream<Verdict> machines(Rules.InForce then, ContentEvent event) {
    Verdict plain = decide(then, event);
    List<String> touched =
        Breakers.touched(then.engine(), plain.decision(), event.surface()).stream()
            .limit(TOUCHED_MAX)
            .toList();
    return Stream.concat(
        Stream.of(plain),
        IntStream.range(1, 1 << touched.size())
            .mapToObj(
                some ->
                    restraints.breakers().decideHeld(then.engine(), event, subset(touched, some))));
  }

  /** Those whose bits are set. */
  private static Set<String> subset(List<String> all, int bits) {
    return IntStream.range(0, all.size())
        .filter(i -> (bits >> i & 1) == 1)
        .mapToObj(all::get)
        .collect(Collectors.toSet());
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
