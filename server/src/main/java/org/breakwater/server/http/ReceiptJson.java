package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.server.Json;
import org.breakwater.store.decision.Receipt;
import org.breakwater.store.merkle.Hash;

/** A receipt as a file: one JSON object, hashes in base64. */
public final class ReceiptJson {
  private ReceiptJson() {}

  public static String text(Receipt receipt) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("decision", receipt.decision().toString());
    members.put("batch", receipt.batch());
    members.put("position", receipt.position());
    members.put("salt", receipt.salt().toString());
    members.put("leaf", receipt.leaf().toString());
    members.put("batchPath", receipt.batchPath().stream().map(Hash::toString).toList());
    members.put("entry", receipt.entry());
    members.put("logPath", receipt.logPath().stream().map(Hash::toString).toList());
    members.put("checkpoint", receipt.checkpoint());
    return Json.text(members);
  }

  /** Reads what {@link #text} writes; empty for anything else. */
  public static Optional<Receipt> parse(byte[] bytes) {
    return Json.object(bytes).flatMap(ReceiptJson::parse);
  }

  private static Optional<Receipt> parse(JsonNode members) {
    Optional<Hash> salt = hash(members.path("salt"));
    Optional<Hash> leaf = hash(members.path("leaf"));
    Optional<List<Hash>> batchPath = hashes(members.path("batchPath"));
    Optional<List<Hash>> logPath = hashes(members.path("logPath"));
    boolean numbered =
        members.path("batch").canConvertToLong()
            && members.path("batch").isIntegralNumber()
            && members.path("position").canConvertToInt()
            && members.path("position").isIntegralNumber();
    boolean complete =
        salt.isPresent() && leaf.isPresent() && batchPath.isPresent() && logPath.isPresent();
    if (!numbered || !complete) return Optional.empty();
    return uuid(members.path("decision"))
        .map(
            decision ->
                new Receipt(
                    decision,
                    members.path("batch").asLong(),
                    members.path("position").asInt(),
                    salt.get(),
                    leaf.get(),
                    batchPath.get(),
                    members.path("entry").asText(),
                    logPath.get(),
                    members.path("checkpoint").asText()));
  }

  private static Optional<Hash> hash(JsonNode value) {
    return Hash.parse(value.asText()).filter(hash -> hash.toString().equals(value.asText()));
  }

  private static Optional<List<Hash>> hashes(JsonNode values) {
    List<Hash> hashes = new ArrayList<>();
    for (JsonNode value : values) hash(value).ifPresent(hashes::add);
    boolean all = values.isArray() && hashes.size() == values.size();
    return all ? Optional.of(hashes) : Optional.empty();
  }

  private static Optional<UUID> uuid(JsonNode value) {
    try {
      UUID uuid = UUID.fromString(value.asText());
      return uuid.toString().equals(value.asText()) ? Optional.of(uuid) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
