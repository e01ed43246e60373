package org.breakwater.server.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.breakwater.store.webhook.Attempted;
import org.breakwater.store.webhook.Backlog;
import org.breakwater.store.webhook.Endpoints;

/** How delivery is doing, for `/q/metrics`; looked at again every five seconds. */
final class Tally {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final MeterRegistry registry;
  private volatile Backlog backlog = Backlog.NONE;
  private volatile Instant looked = Instant.MIN;

  Tally(MeterRegistry registry) {
    this.registry = registry;
    deliveries("pending", Backlog::pending);
    deliveries("dead", Backlog::dead);
    deliveries("unaddressed", Backlog::unaddressed);
    Gauge.builder("breakwater.webhook.oldest", () -> backlog.oldest().toSeconds())
        .description("age of the oldest message that has not arrived")
        .baseUnit("seconds")
        .register(registry);
    endpoints("active", Backlog::active);
    endpoints("disabled", Backlog::disabled);
  }

  private void deliveries(String state, ToDoubleFunction<Backlog> figure) {
    Gauge.builder("breakwater.webhook.deliveries", () -> figure.applyAsDouble(backlog))
        .description("messages that have not arrived, by state")
        .tag("state", state)
        .register(registry);
  }

  private void endpoints(String state, ToDoubleFunction<Backlog> figure) {
    Gauge.builder("breakwater.webhook.endpoints", () -> figure.applyAsDouble(backlog))
        .description("endpoints by state")
        .tag("state", state)
        .register(registry);
  }

  void look(Endpoints endpoints, Instant now) {
    if (looked.plus(EVERY).isAfter(now) && !looked.isAfter(now)) return;
    backlog = endpoints.backlog();
    looked = now;
  }

  /** Counts attempts of this server by how they ended. */
  void count(List<Attempted> attempts) {
    for (Attempted each : attempts)
      registry.counter("breakwater.webhook.attempts", "result", result(each.result())).increment();
  }

  private static String result(Attempted.Result result) {
    return switch (result) {
      case Attempted.Result.Answered answered -> answered.status() / 100 + "xx";
      case Attempted.Result.Unanswered unanswered -> unanswered.fault().word();
    };
  }
}
