package org.breakwater.server.http;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether authors' histories are at hand. Always up: without them the rules are told that they are
 * unknown, and decide.
 */
@Readiness
@Singleton
public final class HistoryHealth implements HealthCheck {
  private final Histories histories;

  HistoryHealth(Histories histories) {
    this.histories = histories;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("author history")
        .withData("known", histories.isKnown())
        .up()
        .build();
  }
}
