package org.breakwater.server.sample;

import java.util.List;
import java.util.Locale;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.SignalCatalog;

/** Among which posts one is drawn: the likelier something is found in them, the more are drawn. */
enum Stratum {
  /** Reviewed, removed or escalated. */
  ACTED(20),
  /** Left up, though words and cues say that harm is not unlikely. */
  NEAR(10),
  /** All others. */
  REST(1);

  /** Of {@code share.harm}, in percent; below it lies nearly all that is harmless. */
  private static final double NEAR_MIN = 10;

  private static final int HARM = SignalCatalog.STANDARD.slot("share.harm");

  private final int weight;

  Stratum(int weight) {
    this.weight = weight;
  }

  /** The stratum of a decision by its outcome and what was observed. */
  static Stratum of(Outcome outcome, List<Observation> seen) {
    return switch (outcome) {
      case REVIEW, REMOVE, ESCALATE -> ACTED;
      case ALLOW, ALLOW_WITH_RESOURCES -> isNear(seen) ? NEAR : REST;
    };
  }

  private static boolean isNear(List<Observation> seen) {
    for (Observation each : seen) if (each.number(HARM) >= NEAR_MIN) return true;
    return false;
  }

  /** With which probability each of its posts is drawn, where 1 in so many of the rest are. */
  double probability(int oneIn) {
    return Math.min(1, (double) weight / oneIn);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
