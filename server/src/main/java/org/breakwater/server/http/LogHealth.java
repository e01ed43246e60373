package org.breakwater.server.http;

import jakarta.inject.Singleton;
import org.breakwater.store.decision.DecisionLog;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether decisions can be logged now. */
@Readiness
@Singleton
public final class LogHealth implements HealthCheck {
  private final DecisionLog log;

  LogHealth(DecisionLog log) {
    this.log = log;
  }

  @Override
  public HealthCheckResponse call() {
    String fault = log.down().isEmpty() ? log.signingFault() : log.down();
    var response = HealthCheckResponse.named("decision log").status(fault.isEmpty());
    return fault.isEmpty() ? response.build() : response.withData("reason", fault).build();
  }
}
