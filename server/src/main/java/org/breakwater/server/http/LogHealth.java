package org.breakwater.server.http;

import jakarta.inject.Singleton;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.decision.DecisionLog;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether decisions can be logged now. Anybody may ask, so why they cannot, which may name files,
 * is on the status page.
 */
@Readiness
@Singleton
public final class LogHealth implements HealthCheck {
  private final DecisionLog log;
  private final Rules rules;

  LogHealth(DecisionLog log, Rules rules) {
    this.log = log;
    this.rules = rules;
  }

  @Override
  public HealthCheckResponse call() {
    boolean well = log.down().isEmpty() && log.signingFault().isEmpty() && rules.fault().isEmpty();
    return HealthCheckResponse.named("decision log").status(well).build();
  }
}
