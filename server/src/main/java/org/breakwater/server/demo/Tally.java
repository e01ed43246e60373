package org.breakwater.server.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the platform counted on its own, beside the server. */
final class Tally {
  private final AtomicLong decisions = new AtomicLong();
  private final AtomicLong searches = new AtomicLong();
  private final AtomicLong interstitials = new AtomicLong();
  private final AtomicLong rulings = new AtomicLong();
  private final AtomicLong confirmations = new AtomicLong();
  private final AtomicLong appeals = new AtomicLong();
  private final AtomicLong restored = new AtomicLong();

  void decided() {
    decisions.incrementAndGet();
  }

  void searched(boolean helped) {
    searches.incrementAndGet();
    if (helped) interstitials.incrementAndGet();
  }

  void ruled() {
    rulings.incrementAndGet();
  }

  void confirmed() {
    confirmations.incrementAndGet();
  }

  void appealed() {
    appeals.incrementAndGet();
  }

  void restored() {
    restored.incrementAndGet();
  }

  /** Decisions of posts and ads, and of searches. */
  long decisions() {
    return decisions.get() + searches.get();
  }

  /** Count by what was counted. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("posts and ads", decisions.get());
    counts.put("searches", searches.get());
    counts.put("searches with help above", interstitials.get());
    counts.put("rulings", rulings.get());
    counts.put("accounts' ends confirmed", confirmations.get());
    counts.put("appeals", appeals.get());
    counts.put("restored on appeal", restored.get());
    return counts;
  }
}
