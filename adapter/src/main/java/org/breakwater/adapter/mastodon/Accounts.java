package org.breakwater.adapter.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.breakwater.adapter.bridge.Api;
import org.breakwater.adapter.bridge.Carried;
import org.breakwater.adapter.bridge.Order;

/**
 * Accounts of authors. Nothing here suspends: Mastodon deletes what a suspended account held after
 * 30 days, and an order to give it back must find all of it.
 */
final class Accounts {
  private final Api api;
  private final Reports reports;

  Accounts(Api api, Reports reports) {
    this.api = api;
    this.reports = reports;
  }

  /** Shown to its followers only; it logs in as before. */
  Carried limit(Order order) {
    return of(
        order,
        account -> {
          if (is(account, "silenced") || is(account, "suspended"))
            return new Carried.Done("it was limited or suspended before");
          act(account, "silence");
          return new Carried.Done("limited: only its followers see what it publishes");
        });
  }

  /** It cannot log in; what it published stays as it is. */
  Carried freeze(Order order) {
    return of(
        order,
        account -> {
          if (account.hasNonNull("domain"))
            return new Carried.NotDone("an account of another server is closed there only");
          if (is(account, "disabled") || is(account, "suspended"))
            return new Carried.Done("it was frozen or suspended before");
          act(account, "disable");
          return new Carried.Done("frozen: nobody can log in to it");
        });
  }

  Carried giveBack(Order order) {
    return of(
        order,
        account -> {
          List<String> done = new ArrayList<>();
          if (is(account, "disabled")) done.add(end(account, "enable"));
          if (is(account, "silenced")) done.add(end(account, "unsilence"));
          if (is(account, "suspended"))
            return new Carried.NotDone("a moderator suspended it by hand");
          return new Carried.Done(done.isEmpty() ? "it was free" : String.join(", ", done));
        });
  }

  /** Any action on an account closes all reports on it, those of contents to be hidden too. */
  private void act(JsonNode account, String type) {
    String id = account.path("id").asText();
    Set<String> waiting = reports.waiting(id);
    api.send(
        "POST",
        "/api/v1/admin/accounts/%s/action".formatted(id),
        Map.of("type", type, "send_email_notification", "false"));
    reports.open(waiting);
  }

  private String end(JsonNode account, String deed) {
    String id = account.path("id").asText();
    api.send("POST", "/api/v1/admin/accounts/%s/%s".formatted(id, deed), Map.of());
    return deed + "d";
  }

  private static boolean is(JsonNode account, String state) {
    return account.path(state).asBoolean();
  }

  private Carried of(Order order, Function<JsonNode, Carried> deed) {
    return account(order)
        .map(deed)
        .orElseGet(
            () ->
                new Carried.NotDone(
                    "the status or its author is gone, or only those it was sent to can see it"));
  }

  private Optional<JsonNode> account(Order order) {
    Api.Answer status = api.get("/api/v1/statuses/" + order.content());
    if (status.isGone()) return Optional.empty();
    String author = status.body().path("account").path("id").asText();
    Api.Answer account = api.get("/api/v1/admin/accounts/" + author);
    return account.isGone() ? Optional.empty() : Optional.of(account.body());
  }
}
