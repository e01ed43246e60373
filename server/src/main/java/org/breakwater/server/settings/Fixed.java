package org.breakwater.server.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may look for here and will not find, because design.md, section 5, fixes it. */
enum Fixed {
  RETENTION(
      "how long records live protects those who asked and told, and cannot be configured away",
      "erasure history"),
  RECORDS(
      "asking, telling and fleeing leave no record of a person; that cannot be configured away",
      "authors content"),
  AUDIT(
      "every act is in the log, and checkpoints are public; that cannot be configured away",
      "checkpoints receipts"),
  FIGURES(
      "figures under 11 are never shown; that cannot be configured away", "reports suppression"),
  CONFIRMATION(
      "a person confirms before an account is disabled; that cannot be configured away",
      "automation enforcement");

  private final String why;
  private final String others;

  /**
   * @param others what people may call it besides, with blanks between
   */
  Fixed(String why, String others) {
    this.why = why;
    this.others = others;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private Stream<String> words() {
    return Stream.concat(Stream.of(word()), Stream.of(others.split(" ", -1)));
  }

  /** Why a component of that name cannot be configured; empty when none is fixed so. */
  static Optional<String> component(String name) {
    return Arrays.stream(values())
        .filter(each -> each.words().anyMatch(name::equals))
        .map(each -> each.why)
        .findFirst();
  }

  /** As {@link #component}, for a key in any component, such as {@code database.retentionDays}. */
  static Optional<String> key(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(each -> lower.startsWith(each.word()))
        .map(each -> each.why)
        .findFirst();
  }
}
