package org.breakwater.store.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.breakwater.engine.policy.Label;

/** Drafts as a server would make them. */
final class Drafts {
  static final String POLICIES = "[{\"policy\":\"p@1\",\"pack\":\"sha256:00\",\"overlay\":null}]";

  private final LogSecrets secrets;

  Drafts(LogSecrets secrets) {
    this.secrets = secrets;
  }

  Draft allowed(String id) {
    return draft(id, "body of " + id, "allow", new Material.None());
  }

  Draft allowed(String id, String body) {
    return draft(id, body, "allow", new Material.None());
  }

  Draft removed(String id, String author) {
    var material =
        new Material.Recorded(id, 1, "words of " + id, author, "{}", Label.OFFER, Deed.HIDE);
    return draft(id, "body of " + id, "remove", material);
  }

  Draft removedAsk(String id) {
    return draft(
        id, "body of " + id, "allow", new Material.Unrecorded(id, 1, "words of " + id, Deed.HIDE));
  }

  private Draft draft(String id, String body, String outcome, Material material) {
    byte[] name = id.getBytes(UTF_8);
    var request =
        new Request(
            secrets.name("content", name),
            secrets.name("request", name),
            secrets.name("body", body.getBytes(UTF_8)));
    return new Draft(request, "{\"id\":\"%s\"}".formatted(id), POLICIES, outcome, material);
  }
}
