package org.breakwater.engine.policy.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.breakwater.engine.policy.Directory;
import org.breakwater.engine.policy.DirectoryEntry;
import org.breakwater.engine.policy.Operator;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.signal.Truth;

/** Reads {@code resources/*.yaml}: lists of directory entries. For one thread. */
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
  private static final List<String> OPERATORS =
      List.of("NGO", "IGO", "GOVERNMENT", "LAW_ENFORCEMENT", "OTHER");
  private static final List<String> STATUSES =
      List.of("UNVERIFIED", "VERIFIED", "EXPIRED", "SUSPENDED");
  private static final List<String> ANSWERS = List.of("yes", "no", "unknown");

  private final Set<String> ids = new HashSet<>();
  private final List<DirectoryEntry> entries = new ArrayList<>();
  private final List<Resource> verified = new ArrayList<>();

  /** Reads one file more; an entry with a fault is left out. */
  void read(YamlValue file) {
    file.list().forEach(this::readEntry);
  }

  /** What was read, sorted by id. */
  Directory directory() {
    entries.sort(Comparator.comparing(DirectoryEntry::id));
    verified.sort(Comparator.comparing(Resource::id));
    return new Directory(entries, verified, false);
  }

  private void readEntry(YamlValue item) {
    int before = item.file().faults().count();
    YamlFields fields = item.fields(KEYS);
    String id = text(fields, "id");
    if (!id.isEmpty() && !ids.add(id))
      item.fault("a resource `" + id + "` exists already", "rename one");
    DirectoryEntry entry = entry(fields, id);
    boolean isVerified = word(fields, "status", STATUSES).equals("VERIFIED");
    Optional<Resource> found = isVerified ? verification(fields, entry) : Optional.empty();
    if (item.file().faults().count() > before) return;
    entries.add(entry);
    found.ifPresent(verified::add);
  }

  private static DirectoryEntry entry(YamlFields fields, String id) {
    var read =
        new DirectoryEntry(
            id,
            text(fields, "name"),
            regions(fields),
            audiences(fields),
            operator(fields),
            truth(word(fields, "sharesWithImmigration", ANSWERS)),
            answer(fields, "confidential"),
            answer(fields, "anonymous"),
            channels(fields),
            fields.need("languages").map(YamlValue::texts).orElse(List.of()),
            optional(fields, "hours"),
            optional(fields, "cost"),
            text(fields, "sourceUrl"),
            fields.need("sourceDate").flatMap(YamlValue::date).orElse(LocalDate.EPOCH),
            fields.find("warnings").map(YamlValue::texts).orElse(List.of()),
            "");
    return hashed(read);
  }

  private static DirectoryEntry hashed(DirectoryEntry of) {
    var members = new TreeMap<String, String>();
    members.put("id", of.id());
    members.put("name", of.name());
    members.put("regions", joined(of.regions()));
    members.put("audiences", joined(of.audiences()));
    members.put("operator", of.operator().name());
    members.put("sharesWithImmigration", of.sharesWithImmigration().name());
    members.put("confidential", of.confidential().name());
    members.put("anonymous", of.anonymous().name());
    members.put("channels", joined(of.channels()));
    members.put("languages", joined(of.languages()));
    members.put("hours", of.hours());
    members.put("cost", of.cost());
    members.put("source", of.source());
    members.put("sourceDate", of.sourceDate().toString());
    members.put("warnings", joined(of.warnings()));
    return new DirectoryEntry(
        of.id(),
        of.name(),
        of.regions(),
        of.audiences(),
        of.operator(),
        of.sharesWithImmigration(),
        of.confidential(),
        of.anonymous(),
        of.channels(),
        of.languages(),
        of.hours(),
        of.cost(),
        of.source(),
        of.sourceDate(),
        of.warnings(),
        Sha256.ofObject(members));
  }

  private static String joined(List<String> texts) {
    return String.join("\n", texts);
  }

  private static Optional<Resource> verification(YamlFields fields, DirectoryEntry entry) {
    fields.need("verifiedBy").ifPresent(YamlValue::text);
    word(fields, "verifyMethod", List.of("call", "site", "partner"));
    Optional<LocalDate> from = fields.need("verifiedAt").flatMap(YamlValue::date);
    Optional<LocalDate> until = fields.need("expiresAt").flatMap(YamlValue::date);
    if (entry.channels().isEmpty())
      fields.find("channels").ifPresent(value -> value.fault("names no way to reach it", ""));
    if (from.isEmpty() || until.isEmpty()) return Optional.empty();
    Optional<YamlValue> expiry = fields.find("expiresAt");
    if (!from.get().isBefore(until.get()))
      expiry.ifPresent(each -> each.fault("expires before it was verified", ""));
    if (until.get().isAfter(from.get().plusDays(Resource.DAYS_MAX)))
      expiry.ifPresent(
          each ->
              each.fault(
                  "expires more than %d days after it was verified".formatted(Resource.DAYS_MAX),
                  "verify it again before then"));
    return Optional.of(new Resource(entry, entry.sharesWithImmigration(), from.get(), until.get()));
  }

  private static Operator operator(YamlFields fields) {
    String word = word(fields, "operatorType", OPERATORS);
    return word.isEmpty() ? Operator.OTHER : Operator.valueOf(word);
  }

  private static Truth answer(YamlFields fields, String key) {
    return fields.find(key).flatMap(value -> oneOf(key, value, ANSWERS)).stream()
        .map(ResourcesFile::truth)
        .findFirst()
        .orElse(Truth.UNKNOWN);
  }

  private static Truth truth(String word) {
    return switch (word) {
      case "yes" -> Truth.TRUE;
      case "no" -> Truth.FALSE;
      default -> Truth.UNKNOWN;
    };
  }

  private static String text(YamlFields fields, String key) {
    return fields.need(key).flatMap(YamlValue::text).orElse("");
  }

  private static String optional(YamlFields fields, String key) {
    return fields.find(key).flatMap(YamlValue::text).orElse("");
  }

  private static String word(YamlFields fields, String key, List<String> words) {
    return fields.need(key).flatMap(value -> oneOf(key, value, words)).orElse("");
  }

  private static Optional<String> oneOf(String kind, YamlValue value, List<String> words) {
    return value.choice(
        kind, words, word -> words.contains(word) ? Optional.of(word) : Optional.empty());
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
    for (YamlValue item : fields.need("channels").map(YamlValue::list).orElse(List.of())) {
      item.fields(CHANNELS)
          .values()
          .forEach(
              (kind, value) -> value.text().ifPresent(each -> channels.add(channel(kind, each))));
    }
    return channels;
  }

  /** As an address; a blank in a number becomes a hyphen (RFC 3966). */
  private static String channel(String kind, String value) {
    return switch (kind) {
      case "phone" -> "tel:" + number(value);
      case "sms", "whatsapp" -> kind + ":" + number(value);
      default -> value;
    };
  }

  private static String number(String value) {
    return value.strip().replace(' ', '-').replace("#", "%23");
  }
}
