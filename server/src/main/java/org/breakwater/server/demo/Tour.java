package org.breakwater.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breakwater.server.demo.Platform.Post;
import org.breakwater.server.demo.Platform.Shown;
import org.breakwater.server.demo.Sayings.Saying;

/** Follows five people through all that happens to them, and says what each of them sees. */
final class Tour {
  private static final Pattern TOKEN = Pattern.compile("/n/([^?]+)");
  private static final Saying OFFER =
      new Saying(
          "Paso gente a Estados Unidos por Reynosa. 7 mil. Se paga hasta que esté del otro lado con"
              + " su familia. Info por inbox",
          "es",
          "offer.explicit",
          "offer",
          "",
          "");
  private static final Saying ASK =
      new Saying(
          "Does anyone know a trusted coyote from Reynosa? I need to bring my sister",
          "en",
          "solicit.smuggler",
          "solicit",
          "",
          "");
  private static final Saying AD =
      new Saying(
          "Trips to the US every Friday, 6500 per person, half now and half on arrival. WhatsApp"
              + " +1 915 555 0134",
          "en",
          "offer.ad",
          "offer",
          "",
          "");
  private final Demo demo;
  private final Api api;
  private final Office office;
  private final Platform platform;
  private final String machineKey;
  private final PrintStream out;

  Tour(Demo demo, Api api, Office office, Platform platform, String machineKey, PrintStream out) {
    this.demo = demo;
    this.api = api;
    this.office = office;
    this.platform = platform;
    this.machineKey = machineKey;
    this.out = out;
  }

  void follow() {
    offer();
    asker();
    ad();
    search();
    rescue();
  }

  private void offer() {
    title("An offer");
    JsonNode decision = demo.publish("/v1/decisions", "ana", "", OFFER);
    say("answer", decision);
    Post post = when(decision, each -> each.shown() == Shown.HIDDEN);
    say("platform", "the post is " + word(post.shown()));
    JsonNode proposed = action(decision, "disable_account");
    say("action", "disable_account is " + proposed.path("state").asText());
    String path = "/v1/actions/" + proposed.path("action").asText();
    JsonNode confirmed = api.post(path + "/confirmations", office.key("mara"), Desk.CONFIRMATION);
    say("moderator", "no victim, no coercion, no stolen account: " + state(confirmed));
    Desk.until(() -> platform.isStopped("ana"));
    say("platform", "the account publishes nothing more, and reads on for 30 days");
    String token = notice(decision, "post");
    say("ana", "reads " + heading(api.page("/n/" + token)));
    api.form("/n/%s/appeals".formatted(token), "", Map.of("text", "I sell bus tickets."));
    say("ana", "appeals: I sell bus tickets.");
    answer(decision, "a bus company with a licence");
    when(decision, each -> each.shown() == Shown.VISIBLE);
    Desk.until(() -> !platform.isStopped("ana"));
    say("platform", "the post is visible, and the account is back");
    say(
        "action",
        "disable_account is " + action(decision, "disable_account").path("state").asText());
  }

  private void asker() {
    title("Somebody who asks");
    JsonNode decision = demo.publish("/v1/decisions", "beto", "person", ASK);
    say("answer", decision);
    say("help", names(decision.path("resources")));
    Post post = platform.post(decision.path("id").asText());
    say(
        "platform",
        "the post is %s; contacts masked: %s; strangers may answer: %s; recommended: %s"
            .formatted(
                word(post.shown()), yes(post.masked()), yes(!post.quiet()), yes(post.amplified())));
    String kept =
        api.get("/v1/decisions/" + decision.path("decision").asText(), office.key("ines"))
            .toString();
    say(
        "senior moderator",
        "is shown of it: " + kept.substring(0, kept.indexOf(",\"receipt\"")) + "}");
  }

  private void ad() {
    title("An ad");
    JsonNode decision = demo.publish("/v1/ads:review", "cruz", "business", AD);
    say("answer", decision);
    Post post = platform.post(decision.path("id").asText());
    say("platform", "the ad is " + word(post.shown()) + ", and nobody sees it");
    rule(decision, "mara", "remove", "an offer for money");
    say("moderator", "refuses it: an offer for money");
    post = when(decision, each -> each.shown() == Shown.REFUSED);
    say("platform", "the ad is " + word(post.shown()));
    say("cruz", "reads " + heading(api.page("/n/" + notice(decision, "ad"))));
  }

  private void search() {
    title("A search");
    var asked = new Saying("coyote from Reynosa to Houston price", "en", "", "", "", "");
    JsonNode answer = demo.search(asked, false);
    say("answer", answer);
    say(
        "card",
        heading(api.page("/help/card?topic=asking&lang=es&region=US")) + ", without a script");
  }

  private void rescue() {
    title("A rescue group, blocked by mistake");
    JsonNode decision = demo.publish("/v1/decisions", "amigos-del-rio", "", Demo.RESCUE);
    say("answer", decision);
    rule(decision, "teo", "remove", "looks like an offer");
    when(decision, each -> each.shown() == Shown.HIDDEN);
    say("moderator", "takes it for an offer, and removes it");
    String token = notice(decision, "post");
    api.form(
        "/n/%s/appeals".formatted(token),
        "",
        Map.of("text", "We are volunteers and take no money."));
    say("author", "appeals: We are volunteers and take no money.");
    answer(decision, "volunteers who take no money");
    when(decision, each -> each.shown() == Shown.VISIBLE);
    say("platform", "the post is visible again");
  }

  private void rule(JsonNode decision, String who, String outcome, String reason) {
    api.post(
        "/v1/decisions/%s/rulings".formatted(decision.path("decision").asText()),
        office.key(who),
        Map.of("outcome", outcome, "reason", reason));
  }

  /** Somebody who has not ruled before finds that the appeal is right. */
  private void answer(JsonNode decision, String reason) {
    for (JsonNode appeal : api.get("/v1/appeals", office.key("ines")).path("appeals")) {
      if (!appeal.path("decision").equals(decision.path("decision"))) continue;
      api.post(
          "/v1/decisions/%s/rulings".formatted(decision.path("decision").asText()),
          office.key("ines"),
          Map.of("outcome", "allow", "reason", reason, "appeal", appeal.path("appeal").asText()));
      say("senior moderator", "the appeal is right: " + reason);
    }
  }

  /** A link for whoever is restricted; the platform says what a decision does not. */
  private String notice(JsonNode decision, String surface) {
    JsonNode notice =
        api.post(
            "/v1/decisions/%s/notices".formatted(decision.path("decision").asText()),
            machineKey,
            Map.of("lang", decision.path("lang").asText(), "surface", surface));
    Matcher link = TOKEN.matcher(notice.path("link").asText());
    if (!link.find()) throw new IllegalStateException("the notice has no link");
    return link.group(1);
  }

  private JsonNode action(JsonNode decision, String word) {
    String page = "/v1/actions";
    while (!page.isEmpty()) {
      JsonNode listed = api.get(page, office.key("ines"));
      for (JsonNode each : listed.path("actions"))
        if (each.path("decision").equals(decision.path("decision"))
            && each.path("word").asText().equals(word)) return each;
      page = listed.path("next").asText("");
    }
    throw new IllegalStateException("no action " + word);
  }

  /** Waits until the post stands so, because a webhook said it. */
  private Post when(JsonNode decision, Predicate<Post> stands) {
    String id = decision.path("id").asText();
    Desk.until(() -> stands.test(platform.post(id)));
    return platform.post(id);
  }

  private void title(String what) {
    out.printf("%n## %s%n%n", what);
  }

  private void say(String who, String what) {
    out.printf("%-17s %s%n", who, what);
  }

  private void say(String who, JsonNode decision) {
    var actions = new TreeSet<String>();
    decision.path("actions").forEach(each -> actions.add(each.path("action").asText()));
    say(
        who,
        "%s (%s): %s; %s"
            .formatted(
                decision.path("outcome").asText(),
                decision.path("label").asText(),
                actions.isEmpty() ? "nothing is done" : String.join(", ", actions),
                decision.path("reason").asText()));
  }

  private static String state(JsonNode action) {
    return action.path("word").asText() + " is " + action.path("state").asText();
  }

  private static String heading(String page) {
    Matcher title = Pattern.compile("<title>([^<]+)</title>").matcher(page);
    return title.find() ? "“" + title.group(1).strip() + "”" : "a page without a title";
  }

  private static String names(JsonNode resources) {
    var names = new TreeSet<String>();
    resources.forEach(each -> names.add(each.path("name").asText()));
    return names.isEmpty() ? "none is verified" : String.join("; ", names);
  }

  private static String word(Shown shown) {
    return shown.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String yes(boolean it) {
    return it ? "yes" : "no";
  }
}
