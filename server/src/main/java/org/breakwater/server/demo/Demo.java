package org.breakwater.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.breakwater.server.demo.Sayings.Saying;
import org.breakwater.server.demo.Society.Doing;
import org.breakwater.store.time.Time;

/** Lets days go by on the simulated platform, as fast as the server answers. */
final class Demo {
  /** A rescue group whose post looks like an offer to whoever reads fast. */
  static final Saying RESCUE =
      new Saying(
          "We drive people from the river to the ER for free, no names, call anytime 202 555 0117",
          "en",
          "stays.rescue_help",
          "counter_speech",
          "",
          "");

  private static final int MINUTES = 60;
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Api api;
  private final String machineKey;
  private final Platform platform;
  private final Tally tally;
  private final Society society;
  private final Desk desk;
  private final Policies policies;
  private final Course course;
  private final LocalDate first;
  private final Consumer<Instant> clock;
  private Instant now;
  private int today;

  /** What somebody does at a minute of the day. */
  private record Planned(int minute, Runnable deed) {}

  /**
   * When it happens.
   *
   * @param first day
   * @param clock moves the server's time
   */
  record Calendar(Course course, LocalDate first, Consumer<Instant> clock) {}

  /** Who takes part. */
  record Cast(Platform platform, Tally tally, Society society, Desk desk, Policies policies) {}

  Demo(Api api, String machineKey, Cast cast, Calendar calendar) {
    this.api = api;
    this.machineKey = machineKey;
    this.platform = cast.platform();
    this.tally = cast.tally();
    this.society = cast.society();
    this.desk = cast.desk();
    this.policies = cast.policies();
    this.course = calendar.course();
    this.first = calendar.first();
    this.clock = calendar.clock();
    this.now = first.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** One day of everybody's. */
  void day(int day) {
    today = day;
    if (!course.wave(day).equals(course.wave(day - 1)))
      course.wave(day).ifPresent(each -> tally.note(day, "a network offers, " + each.words()));
    List<Planned> planned = new ArrayList<>(office(day));
    society
        .day(day)
        .forEach(each -> planned.add(new Planned(each.minute(), () -> happen(each.doing()))));
    planned.sort(Comparator.comparingInt(Planned::minute));
    Instant begins = first.plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    for (Planned each : planned) {
      go(begins.plus(Duration.ofMinutes(each.minute())));
      each.deed().run();
    }
    desk.settle(() -> go(now.plus(TICK)));
  }

  /** The office's hours, and what it does once. */
  private List<Planned> office(int day) {
    List<Planned> hours = new ArrayList<>();
    hours.add(new Planned(9 * MINUTES, () -> desk.appeals(day)));
    hours.add(new Planned(13 * MINUTES, () -> desk.emergencies(day)));
    hours.add(new Planned(21 * MINUTES, () -> desk.emergencies(day)));
    if (!course.isWeekend(day)) {
      hours.add(new Planned(15 * MINUTES, desk::answerAppeals));
      hours.add(new Planned(17 * MINUTES, () -> desk.work(day)));
    }
    if (course.isVerification(day)) hours.add(new Planned(0, policies::verify));
    if (course.isPublication(day)) {
      hours.add(new Planned(10 * MINUTES, policies::propose));
      hours.add(new Planned(14 * MINUTES, this::confirm));
    }
    if (course.isMistake(day)) hours.add(new Planned(11 * MINUTES, this::mistake));
    return hours;
  }

  private void confirm() {
    tally.note(today, policies.confirm());
    desk.learn();
  }

  private void mistake() {
    decide("/v1/decisions", "red-de-apoyo", "", RESCUE, true);
    tally.note(today, "a rescue group is taken for smugglers, by a person; it appeals");
  }

  /** Moves the server's time, and ours. */
  void go(Instant moment) {
    if (!moment.isAfter(now)) return;
    clock.accept(moment);
    now = moment;
  }

  /** From now on time is the machine's, here as on the server. */
  void catchUp() {
    go(Time.MACHINE.instant());
  }

  /** Lives on, a little at a time, until interrupted. */
  void liveOn(int day, Duration between) throws InterruptedException {
    for (today = day; ; today++) {
      for (Society.Moment each : society.day(today)) {
        Thread.sleep(between);
        catchUp();
        happen(each.doing());
      }
      desk.appeals(today);
      desk.answerAppeals();
      desk.work(today);
      desk.settle(this::catchUp);
    }
  }

  private void happen(Doing doing) {
    switch (doing) {
      case Doing.Posting posting -> post(posting.author(), posting.kind(), posting.said());
      case Doing.Offering offering -> offer(offering);
      case Doing.Advertising ad ->
          decide("/v1/ads:review", ad.advertiser(), "business", ad.said(), false);
      case Doing.Searching search -> search(search.said(), search.opens());
    }
  }

  private void offer(Doing.Offering offering) {
    Optional<JsonNode> decision = post(offering.author(), "", offering.said());
    decision.ifPresent(each -> tally.offered(offering.wording(), each));
  }

  /** Empty where the author may publish nothing any more. */
  private Optional<JsonNode> post(String author, String kind, Saying said) {
    if (!platform.isStopped(author))
      return Optional.of(decide("/v1/decisions", author, kind, said, false));
    society.lost(author); // back tomorrow, by another name
    return Optional.empty();
  }

  /** Has something decided and publishes it as the answer says; returns the answer. */
  JsonNode decide(String path, String author, String kind, Saying said, boolean misread) {
    JsonNode decision = publish(path, author, kind, said);
    desk.take(today, decision, platform.post(decision.path("id").asText()), misread);
    return decision;
  }

  /** As {@link #decide}, for what nobody of the office but the tour looks at. */
  JsonNode publish(String path, String author, String kind, Saying said) {
    String id = "post-" + (tally.decisions() + 1);
    JsonNode decision = api.post(path, machineKey, event(id, path, author, kind, said));
    tally.decided(today, decision);
    platform.publish(id, author, path.equals("/v1/ads:review"), said, decision);
    return decision;
  }

  private Map<String, Object> event(
      String id, String path, String author, String kind, Saying said) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", id);
    event.put("text", said.text());
    if (!path.equals("/v1/ads:review"))
      event.put("surface", said.surface().isEmpty() ? "post" : said.surface());
    if (!said.replyTo().isEmpty()) event.put("context", Map.of("replyTo", said.replyTo()));
    Map<String, Object> who = new LinkedHashMap<>();
    who.put("id", author);
    if (!kind.isEmpty()) who.put("kind", kind);
    who.put("verified", kind.equals("ngo"));
    event.put("author", who);
    event.put("createdAt", now.toString());
    return event;
  }

  /**
   * Has a search screened; returns the answer.
   *
   * @param opens whether the help that may stand above the results is opened
   */
  JsonNode search(Saying said, boolean opens) {
    JsonNode answer =
        api.post(
            "/v1/searches:screen",
            machineKey,
            Map.of("query", said.text(), "lang", said.lang(), "region", "US"));
    boolean helped = false;
    for (JsonNode action : answer.path("actions"))
      helped |= action.path("action").asText().equals("show_interstitial");
    tally.searched(today, answer, helped);
    if (helped && opens) open(said.lang());
    return answer;
  }

  private void open(String lang) {
    api.page("/help/card?topic=asking&lang=%s&region=US".formatted(lang));
    api.post(
        "/v1/cards:events", machineKey, Map.of("topic", "asking", "event", "open", "lang", lang));
    tally.opened();
  }
}
