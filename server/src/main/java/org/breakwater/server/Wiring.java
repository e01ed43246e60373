package org.breakwater.server;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.breakwater.server.access.ApiKeys;
import org.breakwater.server.http.Decisions;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.decision.DecisionLog;

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
    return running.keys();
  }

  @Produces
  @Singleton
  Decisions decisions() {
    return new Decisions(running.rules(), running.log(), running.secrets());
  }

  /** Comes after the requests in flight have been answered. */
  void stop(@Observes ShutdownEvent event) {
    running.close();
  }
}
