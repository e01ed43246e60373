package org.breakwater.server.help;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.policy.Resource;

/**
 * A place to get help as a page shows it.
 *
 * @param operator who answers there, in words
 * @param brings what calling may bring, one sentence each
 * @param hours empty where not known
 * @param languages in words; empty where not known
 * @param warnings in English, as the directory has them
 */
public record Place(
    String id,
    String name,
    String operator,
    List<Way> ways,
    List<String> brings,
    String hours,
    String cost,
    String languages,
    String checked,
    List<String> warnings) {
  public Place {
    ways = List.copyOf(ways);
    brings = List.copyOf(brings);
    warnings = List.copyOf(warnings);
  }

  /**
   * A way to reach it.
   *
   * @param kind {@code tel}, {@code sms}, {@code whatsapp} or {@code web}
   * @param href where a link leads
   */
  public record Way(String kind, String href, String text) {
    static Way of(String channel) {
      int colon = channel.indexOf(':');
      String value = channel.substring(colon + 1);
      String text = value.replace('-', ' ').replace("%23", "#");
      return switch (channel.substring(0, colon)) {
        case "tel" -> new Way("tel", "tel:" + dialled(value), text);
        case "sms" -> new Way("sms", "sms:" + dialled(value), text);
        case "whatsapp" -> new Way("whatsapp", "tel:" + dialled(value), text);
        default -> new Way("web", channel, value.replaceFirst("^//", ""));
      };
    }

    private static String dialled(String number) {
      return number.replaceAll("[()\\-]", "");
    }
  }

  public static Place of(Resource resource, Words words) {
    List<Way> ways = new ArrayList<>();
    for (String channel : resource.channels()) ways.add(Way.of(channel));
    return new Place(
        resource.id(),
        resource.name(),
        words.operator(resource),
        ways,
        words.whatItBrings(resource),
        resource.entry().hours(),
        words.cost(resource),
        words.languages(resource),
        resource.verifiedAt().toString(),
        resource.entry().warnings());
  }

  /** The first number, else the first address; as short as it can be said. */
  String shortly() {
    return ways.stream()
        .filter(way -> !way.kind().equals("web"))
        .findFirst()
        .or(() -> ways.stream().findFirst())
        .map(way -> name + " " + way.text())
        .orElse(name);
  }
}
