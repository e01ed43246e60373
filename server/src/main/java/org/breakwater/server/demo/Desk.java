package org.breakwater.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breakwater.server.demo.Platform.Post;
import org.breakwater.server.demo.Platform.Shown;

/** What the people of the office, and those decided about, do. */
final class Desk {
  /** Who works there, and as what. */
  static final Map<String, String> PEOPLE =
      Map.of(
          "mara", "moderator",
          "teo", "moderator",
          "ines", "senior_moderator",
          "pia", "policy_manager",
          "paz", "policy_manager",
          "tess", "transparency_officer",
          "olu", "auditor");

  /** How often a moderator is wrong. */
  private static final double MISTAKES = 0.04;

  /** How many of those whose post was hidden by mistake say so. */
  private static final double APPEALING = 0.7;

  /** How many of those say so whose post was hidden rightly. */
  private static final double TRYING = 0.05;

  /**
   * Days until they do, at most. Of what leaves no record the decision goes after 7 days, and who
   * is put right later than that is not shown again: the platform is not told.
   */
  private static final int DAYS_TO_APPEAL = 2;

  private static final Map<String, String> CLEAR = Map.of("found", "no");

  /** What somebody sends who found nothing that speaks against closing an account. */
  static final Map<String, Object> CONFIRMATION =
      Map.of(
          "check",
          Map.of("victim", CLEAR, "coercion", CLEAR, "compromise", CLEAR),
          "reason",
          "several offers, no sign that somebody else writes");

  private static final Pattern TOKEN = Pattern.compile("/n/([^?]+)");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Api api;
  private final Office office;
  private final Random random;
  private final String machineKey;
  private final Platform platform;
  private final Tally tally;
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private final List<Appealing> appealing = new ArrayList<>();
  private final Map<String, Waiting> appealed = new HashMap<>();
  private final List<Expected> expected = new ArrayList<>();
  private boolean solicitationGoes;

  /**
   * A post that waits for a person.
   *
   * @param sent its decision as it was sent
   * @param misread whether whoever reads it gets it wrong
   */
  private record Waiting(JsonNode sent, Post post, boolean misread) {
    String decision() {
      return sent.path("decision").asText();
    }

    boolean isUrgent() {
      return sent.path("outcome").asText().equals("escalate");
    }
  }

  /** What a webhook is to say. */
  private record Expected(String what, BooleanSupplier done) {}

  /** An author who will appeal on that day. */
  private record Appealing(int day, Waiting about) {}

  Desk(Api api, Office office, Platform platform, Tally tally, long seed, String machineKey) {
    this.api = api;
    this.office = office;
    this.platform = platform;
    this.tally = tally;
    this.random = new Random(seed);
    this.machineKey = machineKey;
  }

  /** From now on whoever asks for a smuggler breaks the rules too. */
  void learn() {
    solicitationGoes = true;
  }

  private boolean isProhibited(Waiting waiting) {
    var said = waiting.post().said();
    boolean isAsk = said.functionality().startsWith("solicit.");
    return said.isProhibited() || (solicitationGoes && isAsk);
  }

  /**
   * What the machine answered: some wait for a person, some authors will appeal.
   *
   * @param misread whether the moderator who reads it will get it wrong
   */
  void take(int day, JsonNode sent, Post post, boolean misread) {
    var waiting = new Waiting(sent, post, misread);
    switch (sent.path("outcome").asText()) {
      case "review", "escalate" -> queue.add(waiting);
      case "remove" -> mayAppeal(day, waiting);
      default -> {
        // Nobody has to look.
      }
    }
  }

  private void mayAppeal(int day, Waiting waiting) {
    double share = isProhibited(waiting) ? TRYING : APPEALING;
    if (waiting.misread()) appealing.add(new Appealing(day + 1, waiting));
    else if (random.nextDouble() < share)
      appealing.add(new Appealing(day + 1 + random.nextInt(DAYS_TO_APPEAL), waiting));
  }

  /** Works off what waits. */
  void work(int day) {
    for (Waiting each = queue.poll(); each != null; each = queue.poll()) rule(day, each);
    confirm();
  }

  /** Works off what cannot wait. */
  void emergencies(int day) {
    List<Waiting> urgent = queue.stream().filter(Waiting::isUrgent).toList();
    queue.removeAll(urgent);
    urgent.forEach(each -> rule(day, each));
  }

  private void rule(int day, Waiting waiting) {
    boolean isRight = !waiting.misread() && random.nextDouble() >= MISTAKES;
    boolean remove = isProhibited(waiting) == isRight;
    String who = random.nextBoolean() ? "mara" : "teo";
    rule(
        waiting,
        who,
        remove,
        Map.of(
            "reason", remove ? "an offer, read in its context" : "harmless, read in its context"));
    tally.ruled(remove);
    if (remove) mayAppeal(day, waiting);
  }

  private void rule(Waiting waiting, String who, boolean remove, Map<String, String> why) {
    Map<String, String> ruling = new HashMap<>(why);
    ruling.put("outcome", remove ? "remove" : "allow");
    api.post("/v1/decisions/%s/rulings".formatted(waiting.decision()), office.key(who), ruling);
    String post = waiting.post().id();
    expected.add(
        new Expected(
            "%s is to %s after %s".formatted(post, remove ? "hide" : "show", waiting.sent()),
            () -> (platform.post(post).shown() == Shown.VISIBLE) != remove));
  }

  /** Authors open the link that the platform handed over, and say why. */
  void appeals(int day) {
    List<Appealing> today = appealing.stream().filter(each -> each.day() <= day).toList();
    appealing.removeAll(today);
    today.forEach(each -> appeal(each.about()));
  }

  private void appeal(Waiting waiting) {
    JsonNode notice =
        api.post(
            "/v1/decisions/%s/notices".formatted(waiting.decision()),
            machineKey,
            Map.of("lang", waiting.post().said().lang(), "sent", waiting.sent()));
    Matcher link = TOKEN.matcher(notice.path("link").asText());
    if (!link.find()) throw new IllegalStateException("the notice has no link");
    api.page("/n/" + link.group(1));
    api.form(
        "/n/%s/appeals".formatted(link.group(1)),
        "",
        Map.of("text", "I am no smuggler. Please read it again.", "lang", "en"));
    appealed.put(waiting.decision(), waiting);
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
      if (needed-- <= 0) break;
      api.post(
          "/v1/actions/%s/confirmations".formatted(action.path("action").asText()),
          office.key(who),
          CONFIRMATION);
      tally.confirmed();
    }
    String author = platform.post(action.path("content").asText()).author();
    expected.add(
        new Expected(author + " is to stop after " + action, () -> platform.isStopped(author)));
  }

  /** The senior moderator answers; who is wronged is put right. */
  void answerAppeals() {
    Optional<String> page = Optional.of("/v1/appeals");
    while (page.isPresent()) {
      JsonNode open = api.get(page.get(), office.key("ines"));
      open.path("appeals").forEach(this::answer);
      page = Optional.ofNullable(open.path("next").textValue());
    }
  }

  private void answer(JsonNode appeal) {
    Waiting about = appealed.get(appeal.path("decision").asText());
    if (about == null || !appeal.path("mayRule").asBoolean()) return;
    boolean stays = !isProhibited(about);
    rule(
        about,
        "ines",
        !stays,
        Map.of(
            "reason",
            stays ? "the appeal is right: nobody is offered anything" : "it is an offer",
            "appeal",
            appeal.path("appeal").asText()));
    tally.answered(stays);
  }

  /**
   * Waits until the platform has been told of all that people did.
   *
   * @param tick lets some time go by
   */
  void settle(Runnable tick) {
    expected.forEach(each -> until(each.what(), each.done(), tick));
    expected.clear();
  }

  /** Waits until a webhook has said so. */
  static void until(BooleanSupplier done) {
    until(
        "what was done is to be told",
        done,
        () -> {
          // Time goes by as everywhere.
        });
  }

  private static void until(String what, BooleanSupplier done, Runnable tick) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end)
        throw new IllegalStateException(
            "no webhook said so within %s: %s".formatted(PATIENCE, what));
      try {
        Thread.sleep(5);
        tick.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }
}
