package org.breakwater.server.help;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.server.Json;

/**
 * A trial of help as it is registered before it begins: a share of sessions is shown nothing.
 *
 * @param topic one of those of which nobody is harmed by a day without a card
 * @param metric what is counted in both arms
 * @param heldPerMille of 1,000 sessions, 1 to 500
 * @param perArm how many sessions of a day each arm needs; then it ends
 * @param from its first day, after that of its registration
 * @param until its last day, whatever was reached
 * @param seed mixed into the draw
 * @param hypothesis what is expected, in words
 */
public record Trial(
    String id,
    Topic topic,
    Event metric,
    int heldPerMille,
    int perArm,
    LocalDate from,
    LocalDate until,
    String seed,
    String hypothesis) {
  private static final int DAYS_MAX = 180;
  private static final int PER_ARM_MIN = 100;
  private static final int PER_ARM_MAX = 10_000_000;
  private static final int TEXT_MAX = 2_000;

  /** What came of reading. */
  public sealed interface Read {
    /** It may be registered. */
    record Accepted(Trial trial) implements Read {}

    /**
     * It may not.
     *
     * @param faults each as {@code member: reason}; never empty
     */
    record Refused(List<String> faults) implements Read {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads a registration; all faults at once. */
  public static Read read(JsonNode stated, LocalDate today) {
    List<String> faults = new ArrayList<>();
    String id = stated.path("id").asText("");
    if (!id.matches("[a-z0-9][a-z0-9-]{0,59}"))
      faults.add("id: must be lower-case words and hyphens");
    Optional<Topic> topic = Topic.named(stated.path("topic").asText(""));
    if (topic.isEmpty()) faults.add("topic: is none");
    else if (topic.get().isNeverHeld())
      faults.add("topic: nobody is left without help about `%s`".formatted(topic.get().word()));
    Optional<Event> metric =
        Event.named(stated.path("metric").asText("")).filter(Event::isComparable);
    if (metric.isEmpty()) faults.add("metric: must be one of repeat, contact");
    int held = stated.path("heldPerMille").asInt(0);
    if (held < 1 || held > 500) faults.add("heldPerMille: must be 1 to 500");
    int perArm = stated.path("perArm").asInt(0);
    if (perArm < PER_ARM_MIN || perArm > PER_ARM_MAX)
      faults.add("perArm: must be %d to %d".formatted(PER_ARM_MIN, PER_ARM_MAX));
    LocalDate from = today.plusDays(1);
    LocalDate until = date(stated.path("until").asText("")).orElse(LocalDate.MIN);
    if (until.isBefore(from) || until.isAfter(today.plusDays(DAYS_MAX)))
      faults.add("until: must be a date from tomorrow to %d days away".formatted(DAYS_MAX));
    String seed = text(stated, "seed", faults);
    String hypothesis = text(stated, "hypothesis", faults);
    if (!faults.isEmpty()) return new Read.Refused(faults);
    return new Read.Accepted(
        new Trial(
            id,
            topic.orElseThrow(),
            metric.orElseThrow(),
            held,
            perArm,
            from,
            until,
            seed,
            hypothesis));
  }

  private static String text(JsonNode stated, String member, List<String> faults) {
    String text = stated.path(member).asText("").strip();
    boolean right = !text.isEmpty() && text.length() <= TEXT_MAX && text.indexOf('\0') < 0;
    if (!right || !stated.path(member).isTextual())
      faults.add(member + ": must be text of 1 to %d characters".formatted(TEXT_MAX));
    return text;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** As it is registered. */
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", id);
    members.put("topic", topic.word());
    members.put("metric", metric.word());
    members.put("heldPerMille", heldPerMille);
    members.put("perArm", perArm);
    members.put("from", from.toString());
    members.put("until", until.toString());
    members.put("seed", seed);
    members.put("hypothesis", hypothesis);
    return members;
  }

  /** The same on one line. */
  public String json() {
    return Json.text(members());
  }

  /** From what was registered. */
  static Trial of(String json) {
    JsonNode kept = Json.tree(json);
    return new Trial(
        kept.path("id").asText(),
        Topic.named(kept.path("topic").asText()).orElseThrow(),
        Event.named(kept.path("metric").asText()).orElseThrow(),
        kept.path("heldPerMille").asInt(),
        kept.path("perArm").asInt(),
        LocalDate.parse(kept.path("from").asText()),
        LocalDate.parse(kept.path("until").asText()),
        kept.path("seed").asText(),
        kept.path("hypothesis").asText());
  }
}
