package org.breakwater.server.http;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** What day it is here, and whether all of this is simulated. Always up. */
@Readiness
@Singleton
public final class TimeHealth implements HealthCheck {
  private final Simulation simulation;

  TimeHealth(Simulation simulation) {
    this.simulation = simulation;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("time")
        .withData("simulated", simulation.isOn())
        .withData("day", simulation.time().today().toString())
        .up()
        .build();
  }
}
