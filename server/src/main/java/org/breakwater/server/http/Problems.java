package org.breakwater.server.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.server.Problem;
import org.breakwater.server.help.Topic;
import org.breakwater.store.decision.Appeal;
import org.breakwater.store.decision.Place;

/** The refusals, each in one place. */
final class Problems {
  /** Seconds after which a refused request may be sent again. */
  static final String RETRY_AFTER = "1";

  private static final String SEE_ROUTES = "the routes are described at /q/openapi";
  private static final String SEND_AGAIN = "send the same request again after a second";

  private Problems() {}

  static Problem badEvent(List<EventJson.Fault> faults) {
    EventJson.Fault first = faults.getFirst();
    return new Problem(
        400,
        "bad event",
        first.member(),
        first.reason(),
        "mend the event; its members are described at /q/openapi",
        Decisions.lines(faults.subList(1, faults.size())));
  }

  static Problem badSearch(String member, String reason) {
    return new Problem(
        400,
        "bad search",
        member,
        reason,
        "send an object such as `{\"query\":\"…\",\"lang\":\"es\",\"region\":\"US\"}`");
  }

  static Problem tooLong() {
    return new Problem(
        413, "too long", "body", "is longer than 1 MiB", "send one event, without its media");
  }

  static Problem noAd(String surface) {
    return new Problem(
        400,
        "bad event",
        "surface",
        "is `%s`, and here only ads are reviewed".formatted(surface),
        "leave it out, or send this content to /v1/decisions");
  }

  static Problem badDeadline() {
    return new Problem(
        400,
        "bad deadline",
        "header X-Deadline-Ms",
        "must be a whole number from 1 to 60000",
        "leave it out to wait as long as it takes");
  }

  static Problem late(long ms) {
    return new Problem(
        504,
        "deadline",
        "header X-Deadline-Ms",
        "whether it is in the log was not known after %d ms".formatted(ms),
        "send the same request again: it is answered as it was first decided");
  }

  static Problem badRuling(String member, String reason) {
    return new Problem(
        400,
        "bad ruling",
        member,
        reason,
        "send an object such as `{\"outcome\":\"allow\",\"reason\":\"…\"}`");
  }

  static Problem noSuchAppeal() {
    return new Problem(
        409,
        "no such appeal",
        "appeal",
        "names none that is open on this decision",
        "see those that are open at /v1/appeals");
  }

  static Problem appealIsOpen(Appeal appeal) {
    return new Problem(
        409,
        "appeal is open",
        "appeal",
        "is needed, for this content is appealed as " + appeal.appeal(),
        "read it at /v1/appeals and name it; its decision is " + appeal.decision());
  }

  static Problem samePerson() {
    return new Problem(
        409,
        "same person",
        "appeal",
        "is against a content on which you ruled before",
        "leave it to somebody else");
  }

  static Problem badPage(String member, String reason) {
    return new Problem(400, "bad page", member, reason, "follow the `next` of a page");
  }

  static Problem badDay(String reason) {
    return new Problem(
        400, "bad day", "day", reason, "ask for a day of the last 30 that has ended");
  }

  static Problem conflict() {
    return new Problem(
        409,
        "other body",
        "id",
        "this id and revision, or this Idempotency-Key, came before with another body",
        "send an edited text with the next `revision`");
  }

  static Problem notRepeatable(Place place, String policies) {
    return new Problem(
        409,
        "decided before",
        "id",
        "was decided as %s under %s, and those bytes cannot be made again here"
            .formatted(place.decision(), policies),
        "read /v1/decisions/" + place.decision());
  }

  static Problem unavailable(String why) {
    return new Problem(503, "not logged", "server", why, SEND_AGAIN);
  }

  static Problem unknownDecision(String decision) {
    return new Problem(
        404,
        "unknown decision",
        "decision",
        "`%s` is none, or its days are over".formatted(decision),
        "allowed content is forgotten after 7 days");
  }

  static Problem badPublication(String member, String reason) {
    return new Problem(
        400,
        "bad publication",
        member,
        reason,
        "send an object such as `{\"version\":\"2022-12\",\"reason\":\"…\"}`");
  }

  static Problem unknownResource(String id) {
    return new Problem(
        404,
        "unknown resource",
        "id",
        "`%s` is no entry of the directory".formatted(id),
        "list them with `bw resources list`");
  }

  static Problem changedResource(String id, String hash) {
    return new Problem(
        409,
        "other entry",
        "entry",
        "`%s` says something else now; its hash is %s".formatted(id, hash),
        "look at it again at /v1/resources/" + id);
  }

  static Problem badCheck(List<CheckRequest.Fault> faults) {
    CheckRequest.Fault first = faults.getFirst();
    return new Problem(
        400,
        "bad check",
        first.member(),
        first.reason(),
        "a verification has `method`, `sharesWithImmigration`, `expiresAt` and `note`",
        faults.stream().skip(1).map(each -> each.member() + ": " + each.reason()).toList());
  }

  static Problem unknownTopic(String topic) {
    return new Problem(
        404,
        "unknown topic",
        "topic",
        "`%s` is none".formatted(topic),
        "ask for one of "
            + Arrays.stream(Topic.values()).map(Topic::word).collect(Collectors.joining(", ")));
  }

  static Problem unknownAction(String action) {
    return new Problem(
        404,
        "unknown action",
        "action",
        "`%s` is none that may be shown, or its days are over".formatted(action),
        "read /v1/actions");
  }

  static Problem badConfirmation(List<String> faults) {
    return of(
        "bad confirmation",
        faults,
        "send an object such as `{\"check\":{\"victim\":{\"found\":\"no\"},\"coercion\":"
            + "{\"found\":\"no\"},\"compromise\":{\"found\":\"no\"}},\"reason\":\"…\"}`");
  }

  static Problem badUndo(String member, String reason) {
    return badUndo(List.of(member + ": " + reason));
  }

  static Problem badUndo(List<String> faults) {
    return of(
        "bad undo",
        faults,
        "send an object such as `{\"reason\":\"…\"}`; many are undone by what they have in common,"
            + " first with `\"preview\":true`");
  }

  static Problem badBreaker(List<String> faults) {
    return of(
        "bad breaker",
        faults,
        "send an object such as `{\"clause\":\"smuggling.offer\",\"lang\":\"es\","
            + "\"state\":\"open\",\"reason\":\"…\"}`");
  }

  /**
   * Several faults of one body.
   *
   * @param faults each as {@code member: reason}, at least one
   */
  private static Problem of(String title, List<String> faults, String cure) {
    String first = faults.getFirst();
    int colon = first.indexOf(": ");
    return new Problem(
        400,
        title,
        first.substring(0, colon),
        first.substring(colon + 2),
        cure,
        faults.subList(1, faults.size()));
  }

  static Problem overtaken(String member, String why) {
    return new Problem(
        409, "overtaken", member, why, "look at it as it is now, and at what others did");
  }

  static Problem mayHitAVictim() {
    return new Problem(
        409,
        "not confirmed",
        "check",
        "it may hit a victim, somebody under coercion, or whoever lost the account; what you found"
            + " is recorded, and only a senior moderator may confirm it now",
        "tell a senior moderator; write nothing to the account; where somebody may be in danger,"
            + " rule `escalate` on the decision");
  }

  static Problem unknownUndo(String job) {
    return new Problem(
        404,
        "unknown undo",
        "job",
        "`%s` is none, or its year is over".formatted(job),
        "its `job` stands in the answer that began it");
  }

  /** A refusal of the framework. */
  static Problem ofStatus(int status) {
    return switch (status) {
      case 404 -> unknownRoute();
      case 405 ->
          new Problem(405, "other method", "method", "does not apply to this route", SEE_ROUTES);
      case 406 ->
          new Problem(406, "other form", "header Accept", "names no form we have", SEE_ROUTES);
      case 415 ->
          new Problem(
              415,
              "other media type",
              "header Content-Type",
              "names none that this route takes",
              "send `application/json`, or `application/jsonl` to a batch");
      default ->
          new Problem(status, "refused", "request", "was refused by the framework", SEE_ROUTES);
    };
  }

  static Problem unknownRoute() {
    return new Problem(404, "unknown route", "path", "leads nowhere", SEE_ROUTES);
  }

  static Problem bug() {
    return new Problem(
        500,
        "fault of ours",
        "server",
        "something went wrong that should not; whether it was decided is not known",
        "send the same request again; if it fails again, tell the operator the time");
  }
}
