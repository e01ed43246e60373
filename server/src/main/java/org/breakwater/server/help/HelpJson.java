package org.breakwater.server.help;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breakwater.engine.policy.DirectoryEntry;
import org.breakwater.engine.policy.Operator;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.signal.Truth;
import org.breakwater.server.Json;
import org.breakwater.store.decision.HelpCheck;

/** Places to get help as JSON. */
public final class HelpJson {
  private HelpJson() {}

  /** A verified place, for everybody. */
  public static Map<String, Object> members(Resource resource) {
    Map<String, Object> members = entry(resource.entry());
    members.put("sharesWithImmigration", word(resource.sharesWithImmigration()));
    members.put("byDefault", resource.byDefault());
    members.put("verifiedAt", resource.verifiedAt().toString());
    members.put("expiresAt", resource.expiresAt().toString());
    return members;
  }

  /** An entry with where it stands, for those who verify. */
  public static Map<String, Object> members(Standing standing, List<HelpCheck> checks) {
    Map<String, Object> members = entry(standing.entry());
    members.put("source", standing.entry().source());
    members.put("sourceDate", standing.entry().sourceDate().toString());
    members.put("entry", standing.entry().hash());
    members.put("state", standing.state().word());
    members.put("checks", checks.stream().map(HelpJson::check).toList());
    return members;
  }

  private static Map<String, Object> entry(DirectoryEntry entry) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", entry.id());
    members.put("name", entry.name());
    members.put("countries", entry.regions());
    members.put("audiences", entry.audiences());
    members.put("operator", entry.operator().name());
    members.put("sharesWithImmigration", word(entry.sharesWithImmigration()));
    members.put("confidential", word(entry.confidential()));
    members.put("anonymous", word(entry.anonymous()));
    members.put("channels", entry.channels());
    members.put("languages", entry.languages());
    members.put("hours", entry.hours());
    members.put("cost", entry.cost());
    members.put("warnings", entry.warnings());
    return members;
  }

  /** What a person found out. */
  public static Map<String, Object> check(HelpCheck check) {
    HelpCheck.Finding found = check.finding();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("check", check.act().toString());
    members.put("at", check.at().toString());
    members.put("by", found.by());
    members.put("kind", found.kind());
    members.put("method", found.method());
    members.put("sharesWithImmigration", found.shares());
    members.put("verifiedAt", found.checkedOn().toString());
    members.put("expiresAt", found.expiresOn().toString());
    members.put("entry", found.entryHash());
    members.put("note", found.note());
    return members;
  }

  private static String word(Truth truth) {
    return switch (truth) {
      case TRUE -> "yes";
      case FALSE -> "no";
      case UNKNOWN -> "unknown";
    };
  }

  /** All of verified places that a decision depends on, in their order. */
  static String snapshot(List<Resource> resources) {
    return Json.text(resources.stream().map(HelpJson::kept).toList());
  }

  private static Map<String, Object> kept(Resource resource) {
    DirectoryEntry entry = resource.entry();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", entry.id());
    members.put("name", entry.name());
    members.put("regions", entry.regions());
    members.put("audiences", entry.audiences());
    members.put("operator", entry.operator().name());
    members.put("channels", entry.channels());
    members.put("languages", entry.languages());
    members.put("shares", resource.sharesWithImmigration().name());
    members.put("verifiedAt", resource.verifiedAt().toString());
    members.put("expiresAt", resource.expiresAt().toString());
    members.put("hash", entry.hash());
    return members;
  }

  /** The places of a snapshot, with what a decision depends on and no more. */
  static List<Resource> ofSnapshot(String json) {
    List<Resource> resources = new ArrayList<>();
    for (JsonNode each : Json.tree(json)) resources.add(ofSnapshot(each));
    return resources;
  }

  private static Resource ofSnapshot(JsonNode kept) {
    var entry =
        new DirectoryEntry(
            text(kept, "id"),
            text(kept, "name"),
            texts(kept, "regions"),
            texts(kept, "audiences"),
            Operator.valueOf(text(kept, "operator")),
            Truth.UNKNOWN,
            Truth.UNKNOWN,
            Truth.UNKNOWN,
            texts(kept, "channels"),
            texts(kept, "languages"),
            "",
            "",
            "",
            LocalDate.EPOCH,
            List.of(),
            text(kept, "hash"));
    return new Resource(
        entry,
        Truth.valueOf(text(kept, "shares").toUpperCase(Locale.ROOT)),
        LocalDate.parse(text(kept, "verifiedAt")),
        LocalDate.parse(text(kept, "expiresAt")));
  }

  private static String text(JsonNode object, String member) {
    return object.path(member).asText();
  }

  private static List<String> texts(JsonNode object, String member) {
    List<String> texts = new ArrayList<>();
    object.path(member).forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
