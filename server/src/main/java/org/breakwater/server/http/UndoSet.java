package org.breakwater.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.server.Json;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.UndoJobs;
import org.breakwater.store.decision.UndoSelection;
import org.jspecify.annotations.Nullable;

/**
 * Which actions somebody wants to undo together, and the token that stands for exactly those.
 *
 * @param token that was shown with the preview; empty in a preview
 */
record UndoSet(UndoSelection selection, String reason, String token, boolean isPreview) {
  private static final List<String> MEMBERS = List.of("decision", "clause", "policy", "from");

  /** What was read, or what is wrong with it. */
  sealed interface Read {
    record Accepted(UndoSet set) implements Read {}

    /**
     * @param faults each as {@code member: reason}
     */
    record Rejected(List<String> faults) implements Read {}
  }

  /**
   * Reads one.
   *
   * @param now what comes later is in no set that can be previewed now
   */
  static Read read(JsonNode body, Instant now) {
    List<String> faults = new ArrayList<>();
    if (MEMBERS.stream().allMatch(member -> body.path(member).isMissingNode()))
      faults.add("body: needs one of " + String.join(", ", MEMBERS));
    UUID decision = decision(body.path("decision"), faults);
    String clause = text(body, "clause", faults);
    String policy = text(body, "policy", faults);
    Instant from = time(body, "from", Instant.EPOCH, faults);
    Instant until = time(body, "until", now, faults);
    Optional<String> reason = ReasonText.of(body.path("reason"));
    if (reason.isEmpty()) faults.add("reason: " + ReasonText.FAULT);
    boolean isPreview = body.path("preview").asBoolean(false);
    String token = text(body, "token", faults);
    if (isPreview == !token.isEmpty())
      faults.add("token: is shown by a preview, and sent back without `preview`");
    if (!isPreview && body.path("until").isMissingNode())
      faults.add("until: is shown by the preview, and sent back with the token");
    if (!faults.isEmpty()) return new Read.Rejected(faults);
    Instant end = until.isAfter(now) ? now : until;
    var selection = new UndoSelection(decision, clause, policy, from, end);
    return new Read.Accepted(new UndoSet(selection, reason.orElseThrow(), token, isPreview));
  }

  private static @Nullable UUID decision(JsonNode stated, List<String> faults) {
    if (stated.isMissingNode()) return null;
    Optional<UUID> decision = Names.uuid(stated.asText());
    if (decision.isEmpty()) faults.add("decision: names none");
    return decision.orElse(null);
  }

  private static String text(JsonNode body, String member, List<String> faults) {
    JsonNode stated = body.path(member);
    boolean fits = stated.isMissingNode() || (stated.isTextual() && !stated.asText().isEmpty());
    if (!fits || stated.asText().indexOf('\0') >= 0)
      faults.add(member + ": must be text without U+0000");
    return stated.asText("").replace('\0', ' ');
  }

  private static Instant time(
      JsonNode body, String member, Instant otherwise, List<String> faults) {
    JsonNode stated = body.path(member);
    if (stated.isMissingNode()) return otherwise;
    try {
      Instant time = Instant.parse(stated.asText());
      boolean fits = !time.isBefore(Instant.EPOCH) && time.getEpochSecond() < 1L << 33;
      if (fits) return time;
    } catch (DateTimeParseException _) {
      // Said below.
    }
    faults.add(member + ": must be a time such as 2026-11-22T09:30:00Z");
    return otherwise;
  }

  /** Stands for these actions of this selection, for this person; nobody else can make it. */
  String token(LogSecrets secrets, UndoJobs.Summary actions, String person) {
    String what =
        Json.text(
            List.of(
                String.valueOf(selection.decision()),
                selection.clause(),
                selection.policy(),
                selection.from().toString(),
                selection.until().toString(),
                person));
    return secrets.name("undo", what.getBytes(UTF_8), actions.digest().getBytes(UTF_8)).toString();
  }

  /** For the log: which, in words without content. */
  String words() {
    var words = new StringBuilder();
    if (selection.decision() != null) words.append(" of decision ").append(selection.decision());
    if (!selection.clause().isEmpty()) words.append(" by clause ").append(selection.clause());
    if (!selection.policy().isEmpty()) words.append(" under ").append(selection.policy());
    return words
        .append(" from %s until %s".formatted(selection.from(), selection.until()))
        .toString();
  }
}
