package org.breakwater.server.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.util.concurrent.ThreadLocalRandom;
import org.breakwater.store.database.Database;
import org.breakwater.store.merkle.LogKey;
import org.breakwater.store.time.Time;
import org.breakwater.store.webhook.ActionProgress;
import org.breakwater.store.webhook.Endpoints;
import org.breakwater.store.webhook.Schedule;

/** All that sends while a server runs. */
public final class Webhooks implements AutoCloseable {
  private final boolean allowsPrivate;
  private final Trial trial;
  private final Deliverer deliverer;

  private Webhooks(boolean allowsPrivate, Trial trial, Deliverer deliverer) {
    this.allowsPrivate = allowsPrivate;
    this.trial = trial;
    this.deliverer = deliverer;
  }

  /**
   * What it is made of.
   *
   * @param key of the log, by which receivers of CloudEvents know where they come from
   * @param allowsPrivate whether messages may go to this machine and its network
   * @param progress is told what became of messages that belong to actions
   */
  public record Parts(
      Database database,
      Endpoints endpoints,
      LogKey key,
      boolean allowsPrivate,
      ActionProgress progress,
      MeterRegistry registry,
      Time time) {}

  /** Ready, and not yet at work. */
  public static Webhooks of(Parts parts, Vertx vertx) {
    Time time = parts.time();
    var sender = new Sender(vertx, new AddressGate(parts.allowsPrivate()), time);
    Messages messages = Messages.of(parts.key());
    var work =
        new Deliverer.Work(
            parts.database(),
            parts.endpoints(),
            messages,
            parts.progress(),
            new Tally(parts.registry()));
    var schedule = new Schedule(() -> ThreadLocalRandom.current().nextDouble());
    return new Webhooks(
        parts.allowsPrivate(),
        new Trial(parts.endpoints(), messages, sender, time),
        new Deliverer(work, sender, schedule, time));
  }

  boolean allowsPrivate() {
    return allowsPrivate;
  }

  Trial trial() {
    return trial;
  }

  public void start() {
    deliverer.start();
  }

  /** Waits some seconds for what is on its way. */
  @Override
  public void close() {
    deliverer.close();
  }
}
