package org.breakwater.server.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.server.publication.Publishing;

/** Which version is in force, and how often that changed since this server started. */
public final class PolicyFigures {
  private PolicyFigures() {}

  /** Has them measured; a version that is added later appears when it comes into force. */
  public static void measure(MeterRegistry registry, Publishing publishing) {
    FunctionCounter.builder("breakwater.policy.swaps", publishing, Publishing::swaps)
        .description("versions that came into force while this server ran")
        .register(registry);
    Set<String> shown = ConcurrentHashMap.newKeySet();
    publishing.watch(
        policy -> {
          if (shown.add(policy)) show(registry, publishing, policy);
        });
  }

  private static void show(MeterRegistry registry, Publishing publishing, String policy) {
    Gauge.builder(
            "breakwater.policy.in.force",
            () -> publishing.rules().inForce().version().name().equals(policy) ? 1 : 0)
        .description("1 for the version in force, 0 for those that were")
        .tag("policy", policy)
        .register(registry);
  }
}
