package org.breakwater.server.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How often one may ask. Safe for use by many threads. */
public final class RateLimits {
  /** What a person's own key may ask in a minute. */
  static final int PERSON_PER_MINUTE = 600;

  /** What one network address may ask in a minute without being known: logins and public pages. */
  static final int ADDRESS_PER_MINUTE = 300;

  /** Logins from one address in a minute; a name is locked sooner ({@link People}). */
  static final int LOGINS_PER_MINUTE = 30;

  private static final int SLOTS = 4_096;

  private final int machinePerSecond;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * @param machinePerSecond requests of one machine's key; a batch is one request
   */
  public RateLimits(int machinePerSecond) {
    this.machinePerSecond = machinePerSecond;
  }

  /** Seconds after which the caller may ask again; 0 when now. */
  long wait(Caller caller, String address) {
    return switch (caller) {
      case Caller.Machine machine ->
          wait("machine " + machine.name(), () -> bucket(machinePerSecond, Duration.ofSeconds(1)));
      case Caller.Person person ->
          wait(person.name(), () -> bucket(PERSON_PER_MINUTE, Duration.ofMinutes(1)));
      case Caller.Nobody _ ->
          wait(slot("address ", address), () -> bucket(ADDRESS_PER_MINUTE, Duration.ofMinutes(1)));
    };
  }

  /** As {@link #wait(Caller, String)}, for whoever tries to log in. */
  long waitForLogin(String address) {
    return wait(slot("login ", address), () -> bucket(LOGINS_PER_MINUTE, Duration.ofMinutes(1)));
  }

  /** Addresses are many, and memory is not: some share a bucket. No address is kept. */
  private static String slot(String kind, String address) {
    return kind + Math.floorMod(address.hashCode(), SLOTS);
  }

  private long wait(String name, Supplier<Bucket> fresh) {
    ConsumptionProbe probe =
        buckets.computeIfAbsent(name, _ -> fresh.get()).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) return 0;
    return 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
  }

  private static Bucket bucket(int count, Duration period) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(count).refillGreedy(count, period))
        .build();
  }
}
