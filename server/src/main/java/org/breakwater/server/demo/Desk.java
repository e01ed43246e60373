package org.breakwater.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breakwater.server.demo.Platform.Post;

/** What the people of the office, and those decided about, do at the end of a day. */
final class Desk {
  /** Who works there, and as what. */
  static final Map<String, String> PEOPLE =
      Map.of(
          "mara", "moderator",
          "teo", "moderator",
          "ines", "senior_moderator",
          "pia", "policy_manager",
          "olu", "auditor");

  /** How often a moderator is wrong. */
  private static final double MISTAKES = 0.04;

  /** How many of those whose post was hidden by mistake say so. */
  private static final double APPEALING = 0.7;

  private static final Map<String, String> CLEAR = Map.of("found", "no");

  /** What somebody sends who found nothing that speaks against closing an account. */
  static final Map<String, Object> CONFIRMATION =
      Map.of(
          "check",
          Map.of("victim", CLEAR, "coercion", CLEAR, "compromise", CLEAR),
          "reason",
          "several offers, no sign that somebody else writes");

  private static final Pattern TOKEN = Pattern.compile("/n/([^?]+)");

  private final Api api;
  private final Office office;
  private final Random random;
  private final String machineKey;
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private final Tally tally;

  /**
   * A post that waits for a person.
   *
   * @param decision its decision
   */
  private record Waiting(String decision, Post post) {}

  Desk(Api api, Office office, Tally tally, long seed, String machineKey) {
    this.api = api;
    this.office = office;
    this.tally = tally;
    this.random = new Random(seed);
    this.machineKey = machineKey;
  }

  /** A decision that waits for a person. */
  void take(String decision, Post post) {
    queue.add(new Waiting(decision, post));
  }

  /** Works off what waits. */
  void work() {
    for (Waiting each = queue.poll(); each != null; each = queue.poll()) rule(each);
    confirm();
    answerAppeals();
  }

  private void rule(Waiting waiting) {
    boolean isRight = random.nextDouble() >= MISTAKES;
    boolean remove = waiting.post().said().isProhibited() == isRight;
    String who = random.nextBoolean() ? "mara" : "teo";
    api.post(
        "/v1/decisions/%s/rulings".formatted(waiting.decision()),
        office.key(who),
        Map.of(
            "outcome",
            remove ? "remove" : "allow",
            "reason",
            remove ? "an offer, read in its context" : "harmless, read in its context"));
    tally.ruled();
    boolean wronged = remove && !waiting.post().said().isProhibited();
    if (wronged && random.nextDouble() < APPEALING) appeal(waiting);
  }

  /** The author opens the link that the platform handed over, and says why. */
  private void appeal(Waiting waiting) {
    JsonNode notice =
        api.post(
            "/v1/decisions/%s/notices".formatted(waiting.decision()),
            machineKey,
            Map.of("lang", waiting.post().said().lang()));
    Matcher link = TOKEN.matcher(notice.path("link").asText());
    if (!link.find()) throw new IllegalStateException("the notice has no link");
    api.page("/n/" + link.group(1));
    api.form(
        "/n/%s/appeals".formatted(link.group(1)),
        "",
        Map.of("text", "I am no smuggler. Please read it again.", "lang", "en"));
    tally.appealed();
  }

  /** Proposed accounts' ends, each after the check of victim, coercion and compromise. */
  private void confirm() {
    Optional<String> page = Optional.of("/v1/actions?state=planned");
    while (page.isPresent()) {
      JsonNode listed = api.get(page.get(), office.key("mara"));
      listed.path("actions").forEach(this::confirm);
      page = Optional.ofNullable(listed.path("next").textValue());
    }
  }

  private void confirm(JsonNode action) {
    int needed = action.path("confirmations").path("needed").asInt();
    for (String who : new String[] {"mara", "ines"}) {
      if (needed-- <= 0) return;
      api.post(
          "/v1/actions/%s/confirmations".formatted(action.path("action").asText()),
          office.key(who),
          CONFIRMATION);
      tally.confirmed();
    }
  }

  private void answerAppeals() {
    JsonNode open = api.get("/v1/appeals", office.key("ines"));
    for (JsonNode appeal : open.path("appeals")) {
      if (!appeal.path("mayRule").asBoolean()) continue;
      api.post(
          "/v1/decisions/%s/rulings".formatted(appeal.path("decision").asText()),
          office.key("ines"),
          Map.of(
              "outcome", "allow",
              "reason", "the appeal is right: nobody is offered anything",
              "appeal", appeal.path("appeal").asText()));
      tally.restored();
    }
  }
}
