package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.engine.policy.DirectoryEntry;
import org.breakwater.engine.policy.Resource;
import org.breakwater.store.decision.HelpCheck;

/** Reads what a person says of a place to get help; all faults at once. For one thread. */
final class CheckRequest {
  private static final int NOTE_MAX = 2_000;

  private final DirectoryEntry entry;
  private final JsonNode stated;
  private final LocalDate today;
  private final List<Fault> faults = new ArrayList<>();

  private CheckRequest(DirectoryEntry entry, JsonNode stated, LocalDate today) {
    this.entry = entry;
    this.stated = stated;
    this.today = today;
  }

  /** What is wrong with a member. */
  record Fault(String member, String reason) {}

  /** What came of reading. */
  sealed interface Read {
    /** Right, but for who says it. */
    record Accepted(HelpCheck.Finding finding) implements Read {
      HelpCheck.Finding by(String person) {
        return new HelpCheck.Finding(
            finding.entry(),
            finding.entryHash(),
            finding.kind(),
            finding.method(),
            finding.shares(),
            finding.checkedOn(),
            finding.expiresOn(),
            finding.note(),
            person);
      }
    }

    /** The directory says something else now than what was looked at. */
    record OtherEntry(String hash) implements Read {}

    /**
     * Wrong.
     *
     * @param faults never empty
     */
    record Refused(List<Fault> faults) implements Read {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * @param kind what is entered: {@code verified}, {@code suspended} or {@code withdrawn}
   */
  static Read read(String kind, DirectoryEntry entry, JsonNode stated, LocalDate today) {
    var request = new CheckRequest(entry, stated, today);
    return kind.equals("verified") ? request.verification() : request.refusal(kind);
  }

  private Read verification() {
    String method = word("method", Set.of("call", "site", "partner"));
    String shares = word("sharesWithImmigration", Set.of("yes", "no", "unknown"));
    LocalDate from = stated.has("verifiedAt") ? date("verifiedAt") : today;
    LocalDate until = date("expiresAt");
    if (from.isAfter(today)) fault("verifiedAt", "lies in the future");
    if (from.isBefore(today.minusDays(Resource.DAYS_MAX)))
      fault("verifiedAt", "lies more than %d days back".formatted(Resource.DAYS_MAX));
    if (!until.isAfter(today)) fault("expiresAt", "must lie in the future");
    if (until.isAfter(from.plusDays(Resource.DAYS_MAX)))
      fault("expiresAt", "lies more than %d days after `verifiedAt`".formatted(Resource.DAYS_MAX));
    if (entry.channels().isEmpty())
      fault("resource", "names no way to reach it, so there is nothing to verify");
    return finding("verified", method, shares, from, until);
  }

  private Read refusal(String kind) {
    return finding(kind, "", "", today, today);
  }

  private Read finding(String kind, String method, String shares, LocalDate from, LocalDate until) {
    String note = note();
    String looked = stated.path("entry").asText(entry.hash());
    if (!faults.isEmpty()) return new Read.Refused(faults);
    if (!looked.equals(entry.hash())) return new Read.OtherEntry(entry.hash());
    return new Read.Accepted(
        new HelpCheck.Finding(
            entry.id(), entry.hash(), kind, method, shares, from, until, note, ""));
  }

  private String note() {
    JsonNode note = stated.path("note");
    String text = note.asText("").strip();
    boolean right = note.isTextual() && !text.isEmpty() && text.length() <= NOTE_MAX;
    if (!right || text.indexOf('\0') >= 0)
      fault("note", "must be text of 1 to %d characters, none of them U+0000".formatted(NOTE_MAX));
    return text;
  }

  private String word(String member, Set<String> words) {
    String word = stated.path(member).asText("");
    if (!words.contains(word))
      fault(member, "must be one of " + String.join(", ", words.stream().sorted().toList()));
    return word;
  }

  private LocalDate date(String member) {
    Optional<LocalDate> date = parsed(stated.path(member).asText(""));
    if (date.isEmpty()) fault(member, "must be a date such as `2027-05-01`");
    return date.orElse(today.plusDays(1));
  }

  private static Optional<LocalDate> parsed(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() / 1_000 == 2);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private void fault(String member, String reason) {
    faults.add(new Fault(member, reason));
  }
}
