package org.breakwater.engine.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kind of place on the platform where a text stands. */
public enum Surface {
  POST,
  COMMENT,
  /** A private message; judged only when a participant reports it. */
  MESSAGE,
  GROUP,
  PAGE,
  PROFILE,
  AD,
  JOB,
  SEARCH,
  LIVE,
  LINK,
  EVENT;

  /** The lower-case word used in JSON, policies and tables, for example {@code post}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The surface with that word; empty when there is none. */
  public static Optional<Surface> named(String word) {
    return Arrays.stream(values()).filter(surface -> surface.word().equals(word)).findFirst();
  }

  /** All words, in the order of the contract. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Surface::word).toList();
  }

  /** Whether the text is the name of a group, page or profile rather than something said. */
  public boolean isName() {
    return this == GROUP || this == PAGE || this == PROFILE;
  }
}
