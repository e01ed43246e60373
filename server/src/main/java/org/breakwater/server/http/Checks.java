package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.store.decision.Check;

/** Reads what somebody found about an account; gathers every fault. */
final class Checks {
  private static final int NOTE_MAX = 2_000;

  private final List<String> faults;

  /**
   * @param faults to which faults are added, each as {@code member: reason}
   */
  Checks(List<String> faults) {
    this.faults = faults;
  }

  /** The check; of no use where there are faults. */
  Check read(JsonNode check) {
    return new Check(part(check, "victim"), part(check, "coercion"), part(check, "compromise"));
  }

  private Check.Part part(JsonNode check, String name) {
    JsonNode part = check.path(name);
    Optional<Check.Found> found = found(part.path("found").asText());
    if (found.isEmpty()) faults.add("check." + name + ".found: must be yes, no or unsure");
    String note = part.path("note").asText("").strip();
    boolean isNote = part.path("note").isMissingNode() || part.path("note").isTextual();
    if (!isNote || note.length() > NOTE_MAX || note.indexOf('\0') >= 0)
      faults.add(
          "check.%s.note: must be text of at most %d characters, none of them U+0000"
              .formatted(name, NOTE_MAX));
    else if (found.filter(each -> each != Check.Found.NO).isPresent() && note.isEmpty())
      faults.add("check." + name + ".note: says what was seen, where `found` is not `no`");
    return new Check.Part(found.orElse(Check.Found.UNSURE), note);
  }

  private static Optional<Check.Found> found(String word) {
    return Arrays.stream(Check.Found.values())
        .filter(found -> word(found).equals(word))
        .findFirst();
  }

  static String word(Check.Found found) {
    return found.name().toLowerCase(Locale.ROOT);
  }
}
