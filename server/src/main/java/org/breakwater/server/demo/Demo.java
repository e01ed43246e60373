package org.breakwater.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.server.demo.Platform.Post;
import org.breakwater.server.demo.Sayings.Saying;
import org.breakwater.server.demo.Society.Doing;
import org.breakwater.store.time.Time;

/** Lets days go by on the simulated platform, as fast as the server answers. */
final class Demo {
  private final Api api;
  private final String machineKey;
  private final Platform platform;
  private final Tally tally;
  private final Society society;
  private final Desk desk;

  Demo(Api api, String machineKey, Platform platform, Tally tally, Society society, Desk desk) {
    this.api = api;
    this.machineKey = machineKey;
    this.platform = platform;
    this.tally = tally;
    this.society = society;
    this.desk = desk;
  }

  /** One day; at its end people work off what waits for them. */
  void day() {
    for (Doing doing : society.day()) happen(doing);
    desk.work();
  }

  private void happen(Doing doing) {
    switch (doing) {
      case Doing.Posting posting -> post(posting);
      case Doing.Advertising ad -> decide("/v1/ads:review", ad.advertiser(), "business", ad.said());
      case Doing.Searching search -> search(search.said());
    }
  }

  private void post(Doing.Posting posting) {
    if (platform.isStopped(posting.author())) {
      society.lost(posting.author());
      return; // back tomorrow, by another name
    }
    decide("/v1/decisions", posting.author(), posting.kind(), posting.said());
  }

  /** Has something decided and publishes it as the answer says; returns the answer. */
  JsonNode decide(String path, String author, String kind, Saying said) {
    String id = "post-" + (tally.decisions() + 1);
    JsonNode decision = api.post(path, machineKey, event(id, path, author, kind, said));
    tally.decided();
    boolean isAd = path.equals("/v1/ads:review");
    Post post = platform.publish(id, author, isAd, said, decision);
    if (List.of("review", "escalate").contains(decision.path("outcome").asText()))
      desk.take(decision.path("decision").asText(), post);
    return decision;
  }

  private static Map<String, Object> event(
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
    event.put("createdAt", Time.MACHINE.instant().toString());
    return event;
  }

  /** Has a search screened; returns the answer. */
  JsonNode search(Saying said) {
    JsonNode answer =
        api.post(
            "/v1/searches:screen",
            machineKey,
            Map.of("query", said.text(), "lang", said.lang(), "region", "US"));
    boolean helped = false;
    for (JsonNode action : answer.path("actions"))
      helped |= action.path("action").asText().equals("show_interstitial");
    tally.searched(helped);
    return answer;
  }
}
