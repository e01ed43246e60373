package org.breakwater.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.breakwater.server.access.ApiKeys;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.People;
import org.breakwater.server.access.PublicAddress;
import org.breakwater.server.access.RateLimits;
import org.breakwater.server.access.Sessions;
import org.breakwater.server.http.Decisions;
import org.breakwater.server.http.Histories;
import org.breakwater.server.http.Judge;
import org.breakwater.server.http.Rulings;
import org.breakwater.server.http.Standing;
import org.breakwater.server.http.Volumes;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.Dossiers;
import org.breakwater.store.decision.Strikes;
import org.breakwater.store.sample.SampleStore;

/** The map of the running server: what each route is given. */
@Singleton
final class Wiring {
  /** What {@code bw serve} opened before the framework began; the framework makes this class. */
  private static final AtomicReference<Running> OPENED = new AtomicReference<>();

  private final Running running;

  Wiring() {
    Running opened = OPENED.get();
    if (opened == null) throw new IllegalStateException("nothing was opened");
    running = opened;
  }

  static void handOver(Running opened) {
    OPENED.set(opened);
  }

  Running running() {
    return running;
  }

  @Produces
  @Singleton
  DecisionLog log() {
    return running.log();
  }

  @Produces
  @Singleton
  Rules rules() {
    return running.rules();
  }

  @Produces
  @Singleton
  ApiKeys keys() {
    return running.access().keys();
  }

  @Produces
  @Singleton
  People people() {
    return running.access().people();
  }

  @Produces
  @Singleton
  Sessions sessions() {
    return running.access().sessions();
  }

  @Produces
  @Singleton
  Deeds deeds() {
    return running.access().deeds();
  }

  @Produces
  @Singleton
  RateLimits limits() {
    return running.access().limits();
  }

  @Produces
  @Singleton
  PublicAddress address() {
    return running.access().address();
  }

  @Produces
  @Singleton
  Dossiers dossiers() {
    return new Dossiers(running.database());
  }

  @Produces
  @Singleton
  Standing standing(Dossiers dossiers) {
    return new Standing(dossiers);
  }

  @Produces
  @Singleton
  Volumes volumes(MeterRegistry registry) {
    Gauge.builder("breakwater.samples.lost", running.sampler()::lost)
        .description("posts that were drawn and could not be written")
        .register(registry);
    return new Volumes(registry, running.log());
  }

  @Produces
  @Singleton
  Histories histories(MeterRegistry registry) {
    return Histories.following(new Strikes(running.database()), running.secrets(), registry);
  }

  @Produces
  @Singleton
  Rulings rulings(Standing standing, Histories histories) {
    return new Rulings(deeds(), running.rules(), running.secrets(), standing, histories);
  }

  @Produces
  @Singleton
  SampleStore samples() {
    return new SampleStore(running.database());
  }

  @Produces
  @Singleton
  Decisions decisions(Standing standing, Histories histories, Volumes volumes) {
    return new Decisions(
        running.rules(),
        running.log(),
        running.secrets(),
        new Judge(standing, histories),
        volumes,
        running.sampler());
  }

  /** Comes after the requests in flight have been answered. */
  void stop(@Observes ShutdownEvent event) {
    running.close();
  }
}
