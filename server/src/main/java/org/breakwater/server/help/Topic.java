package org.breakwater.server.help;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.breakwater.engine.decision.Help;

/** What a card is about. */
public enum Topic {
  /** Looking for somebody who takes one across a border. */
  ASKING,
  DANGER,
  SURVIVOR,
  ASYLUM,
  FAMILY,
  MINOR,
  /** Exploited at work. */
  WORK;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The topic with that word; empty when there is none. */
  public static Optional<Topic> named(String word) {
    return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
  }

  /** Who can help with it. */
  Help help(String lang, String region) {
    return new Help(lang, region, audiences(), this == DANGER);
  }

  /** Whether nobody may be left without help for the sake of a measurement. */
  boolean isNeverHeld() {
    return switch (this) {
      case DANGER, SURVIVOR, MINOR, FAMILY, WORK -> true;
      case ASKING, ASYLUM -> false;
    };
  }

  private Set<String> audiences() {
    return switch (this) {
      case ASKING -> Set.of("smuggled", "asylum");
      case DANGER -> Set.of("emergency", "sea_rescue");
      case SURVIVOR -> Set.of("trafficking", "labour");
      case ASYLUM -> Set.of("asylum");
      case FAMILY -> Set.of("family_tracing");
      case MINOR -> Set.of("child");
      case WORK -> Set.of("labour", "trafficking");
    };
  }
}
