package org.breakwater.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.breakwater.measure.prevalence.Drawn;
import org.breakwater.measure.prevalence.Prevalence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code bw demo}: days of a platform around a server of its own, told by webhooks that it
 * verifies; then every figure that the server publishes of them, counted anew from raw rows. The
 * run is as long as rows of what is allowed are kept, so that all of them are there.
 */
@Tag("long")
class DemoTest {
  private static final String DAYS = "8";
  private static final int SHOWN_MIN = 11;
  private static final Pattern BAR =
      Pattern.compile("<text x=\"0\"[^>]*>([^<]+)</text>\\s*<rect[^>]*/>\\s*<text[^>]*>([^<]+)<");

  private static String printed = "";
  private static RunningServer server;
  private static final Map<String, String> KEYS = new HashMap<>();
  private static final Map<String, String> PASSWORDS = new HashMap<>();

  @BeforeAll
  static void liveThroughIt() throws IOException {
    Process process =
        new ProcessBuilder(RunningServer.java("demo", "--days", DAYS, "--seed", "1", "--stay"))
            .redirectErrorStream(true)
            .start();
    var text = new StringBuilder();
    BufferedReader lines = process.inputReader(UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      text.append(line).append('\n');
      if (line.startsWith("stays ")) break;
    }
    printed = text.toString();
    Pattern.compile("(?m)^login +(\\S+) +(\\S+) +(\\S+) (bw_\\S+)$")
        .matcher(printed)
        .results()
        .forEach(
            each -> {
              PASSWORDS.put(each.group(1), each.group(3));
              KEYS.put(each.group(1), each.group(4));
            });
    server =
        RunningServer.at(
            found(printed, "(?m)^address +(\\S+)$"),
            Path.of(found(printed, "(?m)^data +(\\S+)$")),
            process,
            KEYS.getOrDefault("olu", ""));
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) throw new AssertionError("no " + pattern + " in " + text);
    return matcher.group(1);
  }

  private static HttpResponse<String> get(String path, String who) {
    return server.send(
        "GET", path, "", Map.of("Authorization", "Bearer " + KEYS.getOrDefault(who, "")));
  }

  private static JsonNode json(String path, String who) {
    return Json.tree(get(path, who).body());
  }

  /** A page as a person of the office sees it. */
  private static String page(String path, String who) {
    String cookie = Visitor.login(server, who, PASSWORDS.getOrDefault(who, ""));
    return server.send("GET", path, "", Map.of("Cookie", cookie)).body();
  }

  /** Counts by name, of rows {@code name|count}. */
  private static Map<String, Long> rows(String sql) {
    Map<String, Long> counts = new TreeMap<>();
    for (String row : server.column(sql)) {
      int bar = row.lastIndexOf('|');
      counts.put(row.substring(0, bar), Long.parseLong(row.substring(bar + 1)));
    }
    return counts;
  }

  private static long row(String sql) {
    return Long.parseLong(server.column(sql).getFirst());
  }

  private static long told(String what) {
    return Long.parseLong(found(printed, "(?m)^%s +(\\d+)$".formatted(what)));
  }

  @Test
  void fivePeople_areFollowedFromAPostToItsAppeal() {
    assertThat(printed)
        .containsSubsequence(
            "## An offer",
            "remove (offer)",
            "the post is hidden",
            "disable_account is confirmed",
            "reads on for 30 days",
            "the appeal is right",
            "the post is visible, and the account is back",
            "disable_account is undone",
            "## Somebody who asks",
            "allow_with_resources (solicit)",
            "Example",
            "contacts masked: yes",
            "\"outcome\":\"allow\"",
            "## An ad",
            "the ad is waiting",
            "the ad is refused",
            "## A search",
            "show_interstitial",
            "## A rescue group, blocked by mistake",
            "removes it",
            "the post is visible again");
    assertThat(printed).doesNotContain("Exception");
  }

  @Test
  void run_hasItsHappenings() {
    assertThat(printed)
        .contains(
            "a network offers, in plain words",
            "a network offers, coded",
            "a network offers, letters disguised",
            "human-exploitation@2022-12 comes into force, proposed by pia, confirmed by paz",
            "a rescue group is taken for smugglers");
    assertThat(told("restored on appeal")).isPositive();
    JsonNode periods = json("/v1/policies", "olu").path("timeline");
    assertThat(periods.toString()).contains("2021-11", "2022-12");
  }

  @Test
  void everyScreen_saysThatItIsADemonstration() {
    String said = "people, posts and the times of the past are simulated";
    assertThat(page("/", "admin")).contains(said);
    for (String path : List.of("/login", "/policy", "/help", "/help/card?topic=asking", "/n/none"))
      assertThat(server.open(path).body()).as(path).contains(said);
    assertThat(Json.tree(server.open("/q/health").body()).toString())
        .contains("\"simulated\":true");
    assertThat(server.open("/checkpoint").body()).startsWith("demo.invalid/");
  }

  /** Bars of a plot of the status page: name and figure. */
  private static Map<String, String> bars(String page, String title) {
    String plot = found(page, "(?s)<h2>%s</h2>(.*?)</svg>".formatted(title));
    return BAR.matcher(plot)
        .results()
        .collect(
            Collectors.toMap(
                each -> each.group(1), each -> each.group(2), (a, _) -> a, TreeMap::new));
  }

  private static Map<String, String> shown(Map<String, Long> counts) {
    Map<String, String> shown = new TreeMap<>();
    counts.forEach(
        (name, count) ->
            shown.put(name, count < SHOWN_MIN ? "under " + SHOWN_MIN : count.toString()));
    return shown;
  }

  @Test
  void outcomesOfTheStatusPage_areThoseOfTheRows() {
    Map<String, Long> rows =
        rows("select outcome || '|' || count(*) from decision group by outcome");
    assertThat(bars(page("/", "olu"), "Outcomes")).isEqualTo(shown(rows)).hasSizeGreaterThan(2);
    assertThat(rows("select outcome || '|' || sum(decisions) from counter group by outcome"))
        .isEqualTo(rows);
    // What was committed to the log, which nobody can take back.
    assertThat(rows.values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(
            row("select sum(length(leaves) / 32) from log_entry where text like '%decisions%'"))
        .isEqualTo(told("posts and ads") + told("searches"));
  }

  @Test
  void languagesOfTheStatusPage_areThoseOfTheAnswers() {
    Map<String, Long> answers =
        Pattern.compile("(?m)^decisions in (\\S+) +(\\d+)$")
            .matcher(printed)
            .results()
            .collect(
                Collectors.toMap(each -> each.group(1), DemoTest::number, Long::sum, TreeMap::new));
    assertThat(bars(page("/", "olu"), "Languages")).isEqualTo(shown(answers));
  }

  private static long number(MatchResult found) {
    return Long.parseLong(found.group(2));
  }

  /** Removals by machines as their actions stand, by day, clause and language. */
  private static Map<String, Long> removed(String only) {
    return rows(
        """
        select concat_ws('|', day, clause, lang, count(*))
        from (
          select distinct on (decision) clause, lang, state, (to_timestamp(
            ('x' || substr(replace(action::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)
            at time zone 'UTC')::date as day
          from action where word = 'remove_content' and clause is not null) removal
        where %s group by day, clause, lang
        """
            .formatted(only));
  }

  @Test
  void removalsAndMistakes_areThoseOfTheActions() {
    String counted = "select concat_ws('|', day, clause, lang, %1$s) from removal where %1$s > 0";
    assertThat(rows(counted.formatted("removed"))).isEqualTo(removed("true")).isNotEmpty();
    assertThat(rows(counted.formatted("mistaken")))
        .isEqualTo(removed("state = 'undone'"))
        .isNotEmpty();
  }

  @Test
  void helpFigures_areWhatWasOpened() {
    Map<String, Long> told = new TreeMap<>();
    for (JsonNode each : json("/v1/cards:figures", "olu").path("figures"))
      if (each.path("number").isNumber())
        told.merge(each.path("event").asText(), each.path("number").asLong(), Long::sum);
    Map<String, Long> rows =
        rows(
            """
            select event || '|' || sum(number) from help_count where number >= 11 group by event
            """);
    assertThat(told).isEqualTo(rows);
    assertThat(row("select sum(number) from help_count where event = 'open'"))
        .isEqualTo(told("help opened"));
  }

  private static long metric(String name) {
    return Math.round(
        Double.parseDouble(
            found(get("/q/metrics", "olu").body(), "(?m)^%s ([0-9.]+)$".formatted(name))));
  }

  @Test
  void noticeFigures_areThoseOfTheLog() {
    assertThat(metric("breakwater_notices_total\\{what=\"made\"\\}"))
        .isEqualTo(row("select count(*) from act where json like '{\"act\":\"notify\"%'"));
    assertThat(metric("breakwater_notices_total\\{what=\"appealed\"\\}"))
        .isEqualTo(row("select count(*) from appeal"));
    assertThat(metric("breakwater_appeals_open"))
        .isEqualTo(row("select count(*) from appeal where ruling is null"));
  }

  @Test
  void prevalence_isThatOfTheDrawnRows() {
    List<Drawn> drawn = new ArrayList<>();
    for (String line : get("/v1/samples", "tess").body().lines().toList()) {
      JsonNode each = Json.tree(line);
      if (each.has("text"))
        drawn.add(
            new Drawn(
                each.path("probability").asDouble(),
                each.path("lang").asText(),
                each.path("outcome").asText().equals("remove")));
    }
    String today =
        "date '%s'".formatted(found(server.open("/q/health").body(), "\"day\": ?\"([0-9-]+)\""));
    assertThat(drawn)
        .hasSize((int) row("select count(*) from sample where day < " + today))
        .isNotEmpty();
    double share =
        Double.parseDouble(
            server
                .column(
                    "select sum((outcome = 'remove')::int / probability) / sum(1 / probability)"
                        + " from sample where day < "
                        + today)
                .getFirst());
    assertThat(Prevalence.of(drawn).share()).isCloseTo(share, within(1e-9));
  }

  @Test
  void breakers_areThoseOfTheTable() {
    assertThat(json("/v1/breakers", "olu").path("breakers").findValuesAsText("state"))
        .hasSize((int) row("select count(*) from breaker"));
  }
}
