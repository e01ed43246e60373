package org.breakwater.adapter.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.breakwater.adapter.bridge.Api;
import org.breakwater.adapter.bridge.Carried;
import org.breakwater.adapter.bridge.Order;

/**
 * Mastodon lets nobody but its author, and moderators on their page, take a status out of sight. So
 * an order to hide becomes a report, and an order to show ends it. The report's own words say which
 * message it came from, so that no order is reported twice.
 */
final class Reports {
  private static final String LIST = "/api/v1/admin/reports";

  private final Api api;
  private final Me me;

  Reports(Api api, Me me) {
    this.api = api;
    this.me = me;
  }

  Carried hide(Order order) {
    Api.Answer status = api.get("/api/v1/statuses/" + order.content());
    if (status.isGone())
      return new Carried.NotDone("the status is gone, or only those it was sent to can see it");
    String author = status.body().path("account").path("id").asText();
    if (open(author).anyMatch(each -> concerns(each, order)))
      return new Carried.Done("moderators have a report of it");
    if (ours(author, true).anyMatch(each -> isOf(each, order)))
      return new Carried.Done("moderators closed the report of it");
    Api.Answer filed =
        api.send(
            "POST",
            "/api/v1/reports",
            Map.of(
                "account_id",
                author,
                "status_ids[]",
                order.content(),
                "comment",
                "Breakwater asks you to take this out of sight (%s)".formatted(order.message()),
                "forward",
                "false"));
    return filed.isGone()
        ? new Carried.NotDone("the status is gone")
        : new Carried.Done("reported to moderators, who have to take it out of sight");
  }

  Carried show(Order order) {
    Api.Answer status = api.get("/api/v1/statuses/" + order.content());
    if (status.isGone())
      return new Carried.NotDone("the status is gone; Mastodon brings none back");
    String author = status.body().path("account").path("id").asText();
    List<JsonNode> asked = open(author).filter(each -> concerns(each, order)).toList();
    for (JsonNode each : asked) send(each.path("id").asText(), "resolve");
    return new Carried.Done(asked.isEmpty() ? "it is in its place" : "the report of it is closed");
  }

  /** Those on an account, by whomever, that moderators have not dealt with. */
  Set<String> waiting(String account) {
    Api.Answer found = api.get(LIST + "?limit=100&target_account_id=" + account);
    return Set.copyOf(
        Statuses.elements(found.body()).map(each -> each.path("id").asText()).toList());
  }

  /** Opens them again after Mastodon closed them because something was done to the account. */
  void open(Set<String> reports) {
    reports.forEach(each -> send(each, "reopen"));
  }

  private void send(String report, String deed) {
    api.send("POST", "%s/%s/%s".formatted(LIST, report, deed), Map.of());
  }

  private Stream<JsonNode> open(String author) {
    return ours(author, false);
  }

  private Stream<JsonNode> ours(String author, boolean isResolved) {
    Api.Answer found =
        api.get(
            "%s?limit=100&account_id=%s&target_account_id=%s%s"
                .formatted(LIST, me.id(), author, isResolved ? "&resolved=true" : ""));
    return Statuses.elements(found.body());
  }

  private static boolean concerns(JsonNode report, Order order) {
    return Statuses.elements(report.path("statuses"))
        .anyMatch(each -> each.path("id").asText().equals(order.content()));
  }

  private static boolean isOf(JsonNode report, Order order) {
    return report.path("comment").asText().contains("(" + order.message() + ")");
  }
}
