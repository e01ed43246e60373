package org.breakwater.server.help;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.engine.policy.Directory;
import org.breakwater.engine.policy.DirectoryEntry;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.signal.Truth;
import org.breakwater.store.decision.HelpCheck;

/**
 * An entry of the directory and where it stands on a day.
 *
 * @param check the newest that a person found out about it; empty where nobody looked, or an
 *     operator's own file says that it is verified
 * @param resource what may be shown; empty unless verified
 */
public record Standing(
    DirectoryEntry entry, State state, Optional<HelpCheck> check, Optional<Resource> resource) {

  /** Every entry, sorted by id. */
  public static List<Standing> all(
      Directory directory, Map<String, HelpCheck> checks, LocalDate day) {
    Map<String, Resource> filed = new HashMap<>();
    directory.verified().forEach(each -> filed.put(each.id(), each));
    return directory.entries().stream()
        .sorted(Comparator.comparing(DirectoryEntry::id))
        .map(
            entry -> {
              HelpCheck check = checks.get(entry.id());
              Resource file = filed.get(entry.id());
              if (check != null) return of(entry, check, day);
              return file == null ? unverified(entry) : of(file, day);
            })
        .toList();
  }

  private static Standing unverified(DirectoryEntry entry) {
    return new Standing(entry, State.UNVERIFIED, Optional.empty(), Optional.empty());
  }

  private static Standing of(Resource file, LocalDate day) {
    return file.isCurrent(day)
        ? new Standing(file.entry(), State.VERIFIED, Optional.empty(), Optional.of(file))
        : new Standing(file.entry(), State.EXPIRED, Optional.empty(), Optional.empty());
  }

  private static Standing of(DirectoryEntry entry, HelpCheck check, LocalDate day) {
    HelpCheck.Finding found = check.finding();
    State state =
        switch (found.kind()) {
          case "suspended" -> State.SUSPENDED;
          case "withdrawn" -> State.WITHDRAWN;
          default -> verified(entry, found, day);
        };
    Optional<Resource> resource =
        state == State.VERIFIED
            ? Optional.of(
                new Resource(entry, truth(found.shares()), found.checkedOn(), found.expiresOn()))
            : Optional.empty();
    return new Standing(entry, state, Optional.of(check), resource);
  }

  private static State verified(DirectoryEntry entry, HelpCheck.Finding found, LocalDate day) {
    if (!found.entryHash().equals(entry.hash())) return State.CHANGED;
    return day.isBefore(found.expiresOn()) ? State.VERIFIED : State.EXPIRED;
  }

  private static Truth truth(String word) {
    return switch (word) {
      case "yes" -> Truth.TRUE;
      case "no" -> Truth.FALSE;
      default -> Truth.UNKNOWN;
    };
  }
}
