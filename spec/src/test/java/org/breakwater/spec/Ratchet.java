package org.breakwater.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Known breaches of a size limit, by name, which may only shrink. */
final class Ratchet {
  private final Map<String, Integer> known;
  private final Map<String, Integer> seen = new HashMap<>();

  Ratchet(Map<String, Integer> known) {
    this.known = Map.copyOf(known);
  }

  /** Whether {@code size} is over the limit, or over what is known of {@code name}. */
  boolean exceeds(String name, int size, int limit) {
    if (size <= limit) return false;
    seen.merge(name, size, Math::max);
    return size > known.getOrDefault(name, limit);
  }

  /** The entries that have become smaller or have gone; asked after everything was measured. */
  List<Fault> stale() {
    var faults = new ArrayList<Fault>();
    known.forEach(
        (name, size) -> {
          int now = seen.getOrDefault(name, 0);
          if (now == 0) faults.add(new Fault(name, 1, "no longer over; take it off the ratchet"));
          else if (now < size) faults.add(new Fault(name, 1, "is %d; lower it".formatted(now)));
        });
    return faults;
  }
}
