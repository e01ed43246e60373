package org.breakwater.store.merkle;

import java.util.Optional;

/**
 * The state of a log at one time, in the form of C2SP tlog-checkpoint.
 *
 * @param origin the log's name, without blanks and {@code +}
 * @param size entries of the log
 * @param root of the tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {
  public Checkpoint {
    if (origin.isEmpty() || origin.matches("(?s).*[\\s+].*"))
      throw new IllegalArgumentException("origin `%s` has blanks or `+`".formatted(origin));
    if (size < 0) throw new IllegalArgumentException("size < 0: " + size);
  }

  /** Three lines: origin, size, root in base64. */
  public String body() {
    return "%s\n%d\n%s\n".formatted(origin, size, root);
  }

  /** Reads what {@link #body} writes; further lines are extensions and are passed over. */
  static Optional<Checkpoint> parse(String body) {
    String[] lines = body.split("\n", -1);
    if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) return Optional.empty();
    if (lines[0].isEmpty() || lines[0].matches(".*[\\s+].*")) return Optional.empty();
    return Hash.parse(lines[2])
        .map(root -> new Checkpoint(lines[0], Long.parseLong(lines[1]), root));
  }
}
