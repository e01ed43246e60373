package org.breakwater.adapter.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breakwater.adapter.bridge.Api;
import org.breakwater.adapter.bridge.Carried;
import org.breakwater.adapter.bridge.Event;
import org.breakwater.adapter.bridge.Order;
import org.breakwater.adapter.bridge.Platform;

/** A Mastodon server, on which the adapter is a moderator. */
public final class Mastodon implements Platform {
  private final Api api;
  private final Me me;
  private final Reports reports;
  private final Accounts accounts;

  /**
   * On the server at an address.
   *
   * @param token of a user whose role manages reports and users
   */
  public Mastodon(URI server, String token) {
    this.api = new Api("Mastodon", server, Map.of("Authorization", "Bearer " + token));
    this.me = new Me(api);
    this.reports = new Reports(api, me);
    this.accounts = new Accounts(api, reports);
  }

  @Override
  public String title() {
    return "Mastodon";
  }

  @Override
  public String path() {
    return "mastodon";
  }

  @Override
  public String signatureHeader() {
    return "X-Hub-Signature";
  }

  @Override
  public List<Event> contents(Announcement announcement) {
    JsonNode object = announcement.body().path("object");
    return switch (announcement.body().path("event").asText()) {
      case "status.created", "status.updated" -> Statuses.published(object);
      case "report.created" -> isOurs(object) ? List.of() : Statuses.reported(object);
      default -> List.of();
    };
  }

  /** What we ask moderators to look at is decided already. */
  private boolean isOurs(JsonNode report) {
    return report.path("account").path("id").asText().equals(me.id());
  }

  @Override
  public Carried carry(Order order) {
    return switch (order.deed()) {
      case HIDE -> reports.hide(order);
      case SHOW -> reports.show(order);
      case REVIEW, RELEASE ->
          new Carried.NotDone("Mastodon's API cannot keep a status from trending; it stays up");
      case LIMIT_REPLIES, FREE_REPLIES ->
          new Carried.NotDone("Mastodon cannot say who may reply to a status");
      case MASK_CONTACTS, SHOW_CONTACTS ->
          new Carried.NotDone("Mastodon cannot cover a part of a status");
      case STOP_PUBLISHING -> accounts.limit(order);
      case DISABLE_ACCOUNT -> accounts.freeze(order);
      case ENABLE_ACCOUNT -> accounts.giveBack(order);
    };
  }

  @Override
  public List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    boolean known = api.status(Me.PATH) == 200;
    findings.add(
        new Finding(
            known, known ? "Mastodon takes the token" : "Mastodon does not take the token"));
    if (!known) return findings;
    findings.add(may("reads reports", "/api/v1/admin/reports?limit=1"));
    findings.add(may("reads accounts", "/api/v1/admin/accounts/" + me.id()));
    return findings;
  }

  private Finding may(String what, String path) {
    boolean may = api.status(path) == 200;
    return new Finding(
        may, may ? "it " + what : "the token's scopes, or its user's role, refuse: it " + what);
  }
}
