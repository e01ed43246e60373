package org.breakwater.server.notice;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.breakwater.server.Problem;

/** What is refused about notices and appeals, each in one place. */
final class NoticeProblems {
  private static final String SEE_ROUTES = "its members are described at /q/openapi";

  private NoticeProblems() {}

  static Response response(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(problem.text())
        .build();
  }

  static Problem tooLong() {
    return new Problem(
        413, "too long", "body", "is longer than 1 MiB", "send the members of this route only");
  }

  static Problem noObject() {
    return new Problem(400, "bad notice", "body", "must be a JSON object", SEE_ROUTES);
  }

  static Problem badNotice(List<String> faults) {
    String first = faults.getFirst();
    int colon = first.indexOf(": ");
    return new Problem(
        400,
        "bad notice",
        first.substring(0, colon),
        first.substring(colon + 2),
        SEE_ROUTES,
        faults.subList(1, faults.size()));
  }

  static Problem unknownDecision(String decision) {
    return new Problem(
        404,
        "unknown decision",
        "decision",
        "`%s` is none, or its days are over".formatted(decision),
        "ask for the notice within 7 days of the decision");
  }

  static Problem sentIsNeeded() {
    return new Problem(
        400,
        "bad notice",
        "sent",
        "is needed, for what was decided is not kept here",
        "add the decision as it was sent, as the member `sent`");
  }

  static Problem sentDiffers() {
    return new Problem(
        409,
        "other decision",
        "sent",
        "is not what was sent as this decision",
        "send the bytes of the answer as they were, members in their order");
  }

  static Problem rulesAreGone(String policy) {
    return new Problem(
        409,
        "other rules",
        "decision",
        "was made under `%s`, which is not here as it was".formatted(policy),
        "serve the pack that decided it");
  }

  static Problem noRestriction() {
    return new Problem(
        409,
        "no restriction",
        "decision",
        "restricts nothing of anybody now, so there is nothing to tell",
        "send notices of what is hidden or limited only; of searches there are counts only");
  }

  static Problem noAccountAction() {
    return new Problem(
        400,
        "bad notice",
        "accountConfirmed",
        "is true, but this decision does not propose to disable an account",
        "leave it out");
  }

  static Problem notWanted() {
    return new Problem(
        409,
        "not wanted",
        "decision",
        "is about a content of which its author wants no further notices",
        "hand nothing over; the page of the first notice shows what is decided");
  }

  static Problem badLink() {
    return new Problem(
        400,
        "bad appeal",
        "link",
        "is no link of a notice of this decision, or its time is over",
        "send the `link` that came with the notice");
  }

  static Problem badText(int max) {
    return new Problem(
        400,
        "bad appeal",
        "text",
        "must be text of 1 to %d characters".formatted(max),
        "shorten it, or ask what is wrong");
  }

  static Problem appealIsOpen(String number) {
    return new Problem(
        409,
        "appeal is open",
        "decision",
        "was appealed as %s, and that is not decided yet".formatted(number),
        "wait for its result on the page of the notice");
  }

  static Problem nothingToAppeal() {
    return new Problem(
        409,
        "no restriction",
        "decision",
        "restricts nothing of anybody now, so there is nothing to appeal",
        "see the page of the notice");
  }

  static Problem badPage() {
    return new Problem(400, "bad page", "after", "names no appeal", "follow the `next` of a page");
  }
}
