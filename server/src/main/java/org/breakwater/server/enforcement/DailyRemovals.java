package org.breakwater.server.enforcement;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.breakwater.store.time.Time;

/** How many a machine removed today by each clause, and by which it may remove no more. */
final class DailyRemovals {
  private final int max;
  private final Time time;
  private volatile Day day;

  private record Day(LocalDate date, Map<String, AtomicLong> removed) {}

  DailyRemovals(int max, Time time) {
    this.max = max;
    this.time = time;
    this.day = new Day(date(), new ConcurrentHashMap<>());
  }

  LocalDate date() {
    return time.today();
  }

  /** Takes one of the day's; false where they are used up. */
  boolean take(String clause) {
    AtomicLong removed = of(clause);
    if (removed.incrementAndGet() <= max) return true;
    removed.decrementAndGet();
    return false;
  }

  /** Gives one back that was not removed after all. */
  void give(String clause) {
    of(clause).decrementAndGet();
  }

  /** What the database knows, others' removals included. */
  void learn(LocalDate date, Map<String, Long> removed) {
    if (!date.equals(today().date())) return;
    removed.forEach((clause, count) -> of(clause).accumulateAndGet(count, Math::max));
  }

  /** Clauses whose removals of today are used up. */
  Set<String> usedUp() {
    return today().removed().entrySet().stream()
        .filter(each -> each.getValue().get() >= max)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private AtomicLong of(String clause) {
    return today().removed().computeIfAbsent(clause, _ -> new AtomicLong());
  }

  private Day today() {
    Day known = day;
    LocalDate date = date();
    if (known.date().equals(date)) return known;
    synchronized (this) {
      if (!day.date().equals(date)) day = new Day(date, new ConcurrentHashMap<>());
      return day;
    }
  }
}
