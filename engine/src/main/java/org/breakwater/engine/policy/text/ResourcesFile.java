package org.breakwater.engine.policy.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.engine.policy.Resource;

/**
 * Reads {@code resources/*.yaml}: a list of directory entries, of which only verified ones count.
 */
final class ResourcesFile {
  private static final List<String> KEYS =
      List.of(
          "id",
          "name",
          "countryISO2",
          "scope",
          "audience",
          "operatorType",
          "sharesWithImmigration",
          "confidential",
          "anonymous",
          "channels",
          "languages",
          "hours",
          "cost",
          "sourceUrl",
          "sourceDate",
          "verifiedBy",
          "verifiedAt",
          "verifyMethod",
          "expiresAt",
          "status",
          "warnings");

  private static final List<String> AUDIENCES =
      List.of(
          "smuggled",
          "trafficking",
          "asylum",
          "child",
          "emergency",
          "sea_rescue",
          "family_tracing",
          "labour",
          "return");

  private static final List<String> CHANNELS = List.of("phone", "sms", "whatsapp", "url", "chat");

  private ResourcesFile() {}

  /** The verified entries without a fault, in the order of the file. */
  static List<Resource> read(YamlValue file, Set<String> ids) {
    List<Resource> resources = new ArrayList<>();
    for (YamlValue item : file.list()) readEntry(item, ids).ifPresent(resources::add);
    return resources;
  }

  private static Optional<Resource> readEntry(YamlValue item, Set<String> ids) {
    int before = item.file().faults().count();
    YamlFields fields = item.fields(KEYS);
    String id = text(fields, "id");
    if (!id.isEmpty() && !ids.add(id))
      item.fault("a resource `" + id + "` exists already", "rename one");
    String operator = word(fields, "operatorType", OPERATORS);
    String shares = word(fields, "sharesWithImmigration", List.of("yes", "no", "unknown"));
    String status = word(fields, "status", STATUSES);
    fields.need("sourceUrl").ifPresent(YamlValue::text);
    fields.need("sourceDate").ifPresent(YamlValue::date);
    boolean verified = status.equals("VERIFIED");
    if (verified) {
      fields.need("verifiedBy").ifPresent(YamlValue::text);
      word(fields, "verifyMethod", List.of("call", "site", "partner"));
    }
    var resource =
        new Resource(
            id,
            text(fields, "name"),
            regions(fields),
            audiences(fields),
            channels(fields),
            fields.need("languages").map(YamlValue::texts).orElse(List.of()),
            !operator.equals("LAW_ENFORCEMENT") && shares.equals("no"),
            date(fields, "verifiedAt", verified),
            date(fields, "expiresAt", verified));
    if (verified && !resource.verifiedAt().isBefore(resource.expiresAt()))
      fields.find("expiresAt").ifPresent(each -> each.fault("expires before it was verified", ""));
    return verified && item.file().faults().count() == before
        ? Optional.of(resource)
        : Optional.empty();
  }

  private static final List<String> OPERATORS =
      List.of("NGO", "IGO", "GOVERNMENT", "LAW_ENFORCEMENT");
  private static final List<String> STATUSES =
      List.of("UNVERIFIED", "VERIFIED", "EXPIRED", "SUSPENDED");

  private static String text(YamlFields fields, String key) {
    return fields.need(key).flatMap(YamlValue::text).orElse("");
  }

  private static String word(YamlFields fields, String key, List<String> words) {
    return fields.need(key).flatMap(value -> oneOf(key, value, words)).orElse("");
  }

  private static Optional<String> oneOf(String kind, YamlValue value, List<String> words) {
    return value.choice(
        kind, words, word -> words.contains(word) ? Optional.of(word) : Optional.empty());
  }

  private static LocalDate date(YamlFields fields, String key, boolean needed) {
    Optional<YamlValue> value = needed ? fields.need(key) : fields.find(key);
    return value.flatMap(YamlValue::date).orElse(LocalDate.EPOCH);
  }

  private static List<String> regions(YamlFields fields) {
    String scope = word(fields, "scope", List.of("national", "regional", "global"));
    if (scope.equals("global")) return List.of();
    Optional<YamlValue> value = fields.need("countryISO2");
    if (value.isEmpty()) return List.of();
    return value.get().isList()
        ? value.get().texts()
        : value.get().text().map(List::of).orElse(List.of());
  }

  private static List<String> audiences(YamlFields fields) {
    return fields.need("audience").map(YamlValue::list).orElse(List.of()).stream()
        .map(value -> oneOf("audience", value, AUDIENCES))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<String> channels(YamlFields fields) {
    List<String> channels = new ArrayList<>();
    Optional<YamlValue> list = fields.need("channels");
    for (YamlValue item : list.map(YamlValue::list).orElse(List.of())) {
      item.fields(CHANNELS)
          .values()
          .forEach(
              (kind, value) -> value.text().ifPresent(each -> channels.add(channel(kind, each))));
    }
    if (channels.isEmpty()) list.ifPresent(value -> value.fault("names no way to reach it", ""));
    return channels;
  }

  private static String channel(String kind, String value) {
    return switch (kind) {
      case "phone" -> "tel:" + value;
      case "sms", "whatsapp" -> kind + ":" + value;
      default -> value;
    };
  }
}
