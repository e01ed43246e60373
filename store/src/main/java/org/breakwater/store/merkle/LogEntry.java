package org.breakwater.store.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the log: a commitment to a batch, and nothing else.
 *
 * @param count leaves of the batch's own tree, 1 or more
 * @param committedAt when the batch was handed to the database, in whole milliseconds
 * @param root of the batch's own tree
 */
public record LogEntry(EntryKind kind, int count, Instant committedAt, Hash root) {
  private static final String HEAD = "breakwater/entry/v1";

  public LogEntry {
    if (count < 1) throw new IllegalArgumentException("count < 1: " + count);
    committedAt = Instant.ofEpochMilli(committedAt.toEpochMilli());
  }

  /** Five lines of text: head, kind, count, milliseconds since 1970, root in base64. */
  public String text() {
    return "%s\n%s\n%d\n%d\n%s\n"
        .formatted(HEAD, kind.word(), count, committedAt.toEpochMilli(), root);
  }

  /** The hash under which the log's tree holds it. */
  public Hash leaf() {
    return leafOf(text());
  }

  /** The hash under which the log's tree would hold this text. */
  public static Hash leafOf(String text) {
    return Hash.ofLeaf(text.getBytes(UTF_8));
  }

  /** Reads what {@link #text} writes; empty for anything else. */
  public static Optional<LogEntry> parse(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() != 6 || !lines.getFirst().equals(HEAD)) return Optional.empty();
    Optional<EntryKind> kind = EntryKind.named(lines.get(1));
    Optional<Hash> root = Hash.parse(lines.get(4));
    boolean counted = lines.get(2).matches("[1-9][0-9]{0,8}");
    boolean timed = lines.get(3).matches("[0-9]{1,15}");
    if (kind.isEmpty() || root.isEmpty() || !counted || !timed) return Optional.empty();
    Instant at = Instant.ofEpochMilli(Long.parseLong(lines.get(3)));
    LogEntry entry = new LogEntry(kind.get(), Integer.parseInt(lines.get(2)), at, root.get());
    // One entry has one spelling: base64 has several for some values.
    return entry.text().equals(text) ? Optional.of(entry) : Optional.empty();
  }
}
