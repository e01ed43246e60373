package org.breakwater.server.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.decision.Help;
import org.breakwater.engine.policy.Resource;

/**
 * What somebody is shown who may need help.
 *
 * @param places to turn to, unasked, first to last; empty where none is verified
 * @param onRequest those that may pass on that one called; empty unless asked for
 */
public record Card(
    Words words, Topic topic, String region, List<Place> places, List<Place> onRequest) {
  /** Two messages of 160 characters: what fits into SMS and on a sheet of paper. */
  public static final int SHORT_MAX = 320;

  public Card {
    places = List.copyOf(places);
    onRequest = List.copyOf(onRequest);
  }

  /**
   * A card from what is verified now.
   *
   * @param lang tag of the reader's language
   * @param region of the reader; empty where not known
   * @param more whether the reader asked for those too that may pass on that they called
   */
  public static Card of(
      Topic topic, String lang, String region, boolean more, List<Resource> verified) {
    Words words = Words.in(lang);
    Help help = topic.help(words.lang(), region);
    return new Card(
        words,
        topic,
        help.region(),
        places(help.from(verified), words),
        more ? places(help.onRequest(verified), words) : List.of());
  }

  private static List<Place> places(List<Resource> resources, Words words) {
    return resources.stream().map(resource -> Place.of(resource, words)).toList();
  }

  public String title() {
    return words.of(topic, "title");
  }

  public String text() {
    return words.of(topic, "text");
  }

  public String advice() {
    return words.of(topic, "do");
  }

  /** The card in at most {@link #SHORT_MAX} characters: what matters, then as many as fit. */
  public String inShort() {
    var text = new StringBuilder(words.of(topic, "sms"));
    for (int i = 0; i < places.size(); i++) {
      String next = (i == 0 ? " " : "; ") + places.get(i).shortly();
      if (text.length() + next.length() <= SHORT_MAX) text.append(next);
    }
    if (places.isEmpty()) text.append(" –");
    return text.toString();
  }

  /** The card as JSON members, for a platform that draws its own. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("topic", topic.word());
    members.put("lang", words.lang());
    members.put("direction", words.direction());
    members.put("region", region);
    members.put("title", title());
    members.put("text", text());
    members.put("advice", advice());
    members.put("before", words.of("before"));
    members.put("short", inShort());
    members.put("places", places.stream().map(Card::members).toList());
    members.put("onRequest", onRequest.stream().map(Card::members).toList());
    return members;
  }

  private static Map<String, Object> members(Place place) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", place.id());
    members.put("name", place.name());
    members.put("operator", place.operator());
    List<String> links = new ArrayList<>();
    for (Place.Way way : place.ways()) links.add(way.href());
    members.put("links", links);
    members.put("brings", place.brings());
    members.put("hours", place.hours());
    members.put("cost", place.cost());
    members.put("languages", place.languages());
    members.put("checked", place.checked());
    members.put("warnings", place.warnings());
    return members;
  }
}
