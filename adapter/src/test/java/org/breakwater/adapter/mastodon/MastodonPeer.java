package org.breakwater.adapter.mastodon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.breakwater.adapter.bridge.Crossing;
import org.breakwater.adapter.bridge.Peer;

/**
 * A server that answers as Mastodon does: reports are listed open unless resolved ones are asked
 * for, and anything done to an account resolves all reports on it.
 */
final class MastodonPeer extends Peer {
  static final String ME = "900";
  static final String AUTHOR = "108";

  private final Set<String> statuses = new TreeSet<>();
  private final List<ObjectNode> reports = new ArrayList<>();
  private final ObjectNode account =
      JSON.createObjectNode()
          .put("id", AUTHOR)
          .put("email", "marta@example.org")
          .putNull("domain")
          .put("silenced", false)
          .put("disabled", false)
          .put("suspended", false);

  synchronized void status(String id) {
    statuses.add(id);
  }

  synchronized void erase(String id) {
    statuses.remove(id);
  }

  /** A report by a member. */
  synchronized void report(String by, String status) {
    report(by, status, "look");
  }

  synchronized long openReports() {
    return reports.stream().filter(each -> !each.path("action_taken").asBoolean()).count();
  }

  synchronized List<ObjectNode> reports() {
    return List.copyOf(reports);
  }

  /** As a moderator does it on their page. */
  synchronized void resolveAll() {
    reports.forEach(each -> each.put("action_taken", true));
  }

  synchronized boolean is(String state) {
    return account.path(state).asBoolean();
  }

  synchronized void set(String state) {
    account.put(state, true);
  }

  synchronized void ofAnotherServer() {
    account.put("domain", "elsewhere.example.org");
  }

  @Override
  protected synchronized Answer answer(Request request) {
    if (!request.authorization().startsWith("Bearer " + Crossing.PLATFORM_KEY))
      return Answer.of(401);
    String[] parts = request.path().split("/", -1);
    return switch (parts[3]) {
      case "accounts" -> Answer.of(JSON.createObjectNode().put("id", ME));
      case "statuses" -> status(request, parts[4]);
      case "reports" -> filed(request.form());
      case "admin" ->
          parts[4].equals("reports") ? reports(request, parts) : account(request, parts);
      default -> Answer.of(404);
    };
  }

  private Answer status(Request request, String id) {
    if (!statuses.contains(id) || !request.method().equals("GET")) return Answer.of(404);
    ObjectNode status = JSON.createObjectNode().put("id", id);
    status.putObject("account").put("id", AUTHOR);
    return Answer.of(status);
  }

  private Answer filed(Map<String, String> form) {
    String status = form.getOrDefault("status_ids[]", "");
    boolean isGood = form.getOrDefault("account_id", "").equals(AUTHOR);
    if (!isGood || !statuses.contains(status)) return Answer.of(404);
    report(ME, status, form.getOrDefault("comment", ""));
    return Answer.of(200);
  }

  private void report(String by, String status, String comment) {
    ObjectNode report = JSON.createObjectNode().put("id", "" + (reports.size() + 1));
    report.put("action_taken", false).put("comment", comment).put("by", by);
    report.putArray("statuses").addObject().put("id", status);
    reports.add(report);
  }

  private Answer reports(Request request, String... parts) {
    if (parts.length == 5) return Answer.of(listed(request.query()));
    Optional<ObjectNode> found =
        reports.stream().filter(each -> each.path("id").asText().equals(parts[5])).findFirst();
    found.ifPresent(each -> each.put("action_taken", parts[6].equals("resolve")));
    return Answer.of(found.isPresent() ? 200 : 404);
  }

  private ArrayNode listed(Map<String, String> query) {
    boolean resolved = query.getOrDefault("resolved", "false").equals("true");
    String by = query.getOrDefault("account_id", "");
    ArrayNode list = JSON.createArrayNode();
    reports.stream()
        .filter(each -> each.path("action_taken").asBoolean() == resolved)
        .filter(each -> by.isEmpty() || each.path("by").asText().equals(by))
        .forEach(list::add);
    return list;
  }

  private Answer account(Request request, String... parts) {
    if (parts[5].equals(ME)) return Answer.of(200);
    if (!parts[5].equals(AUTHOR)) return Answer.of(404);
    if (request.method().equals("GET")) return Answer.of(account);
    switch (parts[6]) {
      case "enable" -> account.put("disabled", false);
      case "unsilence" -> account.put("silenced", false);
      default -> {
        account.put(
            request.form().getOrDefault("type", "").equals("disable") ? "disabled" : "silenced",
            true);
        resolveAll();
      }
    }
    return Answer.of(200);
  }
}
