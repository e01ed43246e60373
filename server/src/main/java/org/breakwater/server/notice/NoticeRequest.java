package org.breakwater.server.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.casework.notice.Circumstances.Found;
import org.breakwater.engine.content.Surface;
import org.breakwater.server.Json;

/**
 * What a platform says when it asks for a notice.
 *
 * @param lang BCP 47; empty for the content's
 * @param surface where it stands; empty where it is not said
 * @param found who noticed it; empty where it is not said
 * @param contentOn the day on which it was published; {@link LocalDate#MIN} where it is not said
 * @param sent the decision as it was sent; empty where it is not said
 */
record NoticeRequest(
    String lang,
    Optional<Surface> surface,
    Optional<Found> found,
    boolean accountConfirmed,
    LocalDate contentOn,
    String sent) {

  /** What was read. */
  sealed interface Read {
    record Accepted(NoticeRequest request) implements Read {}

    /** All that is wrong, each as {@code member: reason}. */
    record Rejected(List<String> faults) implements Read {}
  }

  static Read of(JsonNode body) {
    List<String> faults = new ArrayList<>();
    String lang = text(body, "lang", faults);
    String surface = text(body, "surface", faults);
    if (!surface.isEmpty() && Surface.named(surface).isEmpty())
      faults.add("surface: must be one of " + String.join(", ", Surface.words()));
    String found = text(body, "found", faults);
    if (!found.isEmpty() && Found.named(found).isEmpty())
      faults.add("found: must be machine or report");
    JsonNode confirmed = body.path("accountConfirmed");
    if (!confirmed.isMissingNode() && !confirmed.isBoolean())
      faults.add("accountConfirmed: must be true or false");
    LocalDate contentOn = day(text(body, "contentDate", faults), faults);
    JsonNode sent = body.path("sent");
    if (!sent.isMissingNode() && !sent.isTextual() && !sent.isObject())
      faults.add("sent: must be the decision as it was sent");
    if (!faults.isEmpty()) return new Read.Rejected(faults);
    return new Read.Accepted(
        new NoticeRequest(
            lang,
            Surface.named(surface),
            Found.named(found),
            confirmed.asBoolean(),
            contentOn,
            sent.isObject() ? Json.text(sent) : sent.asText("")));
  }

  private static String text(JsonNode body, String member, List<String> faults) {
    JsonNode value = body.path(member);
    boolean absent = value.isMissingNode() || value.isNull();
    if (!absent && !value.isTextual()) faults.add(member + ": must be text");
    return absent ? "" : value.asText();
  }

  private static LocalDate day(String text, List<String> faults) {
    try {
      return text.isEmpty() ? LocalDate.MIN : LocalDate.parse(text);
    } catch (DateTimeException _) {
      faults.add("contentDate: must be a day such as 2026-11-22");
      return LocalDate.MIN;
    }
  }
}
