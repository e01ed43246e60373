package org.breakwater.server.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.breakwater.server.settings.LimitSettings;

/** How often one may ask. Safe for use by many threads. */
public final class RateLimits {
  private static final int SLOTS = 4_096;

  private final LimitSettings settings;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  public RateLimits(LimitSettings settings) {
    this.settings = settings;
  }

  /** Seconds after which the caller may ask again; 0 when now. */
  long wait(Caller caller, String address) {
    return switch (caller) {
      case Caller.Machine machine ->
          wait(
              "machine " + machine.name(),
              () -> bucket(settings.machinePerSecond(), Duration.ofSeconds(1)));
      case Caller.Person person ->
          wait(person.name(), () -> bucket(settings.personPerMinute(), Duration.ofMinutes(1)));
      case Caller.Nobody _ ->
          wait(
              slot("address ", address),
              () -> bucket(settings.addressPerMinute(), Duration.ofMinutes(1)));
    };
  }

  /** As {@link #wait(Caller, String)}, for whoever tries to log in. */
  long waitForLogin(String address) {
    return wait(
        slot("login ", address), () -> bucket(settings.loginsPerMinute(), Duration.ofMinutes(1)));
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
