package org.breakwater.server.webhook;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.time.Time;
import org.breakwater.store.webhook.ActionProgress;
import org.breakwater.store.webhook.Attempted;
import org.breakwater.store.webhook.Attempted.Result;
import org.breakwater.store.webhook.Delivery;
import org.breakwater.store.webhook.Dispatch;
import org.breakwater.store.webhook.Endpoints;
import org.breakwater.store.webhook.Endpoints.Target;
import org.breakwater.store.webhook.Fault;
import org.breakwater.store.webhook.Schedule;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, as long as no other server does. One thread reads and records; attempts go
 * their own way meanwhile, some of each endpoint at a time, so that none holds up another.
 */
final class Deliverer implements AutoCloseable {
  private static final int OF_ONE_MAX = 8;
  private static final int OF_ALL_MAX = 256;
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration STANDBY = Duration.ofSeconds(1);
  private static final Duration SETTLE = Duration.ofSeconds(1);
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final Database database;
  private final Endpoints endpoints;
  private final Messages messages;
  private final Sender sender;
  private final Time time;
  private final Schedule schedule;
  private final ActionProgress progress;
  private final Tally tally;
  private final BlockingQueue<Attempted> made = new LinkedBlockingQueue<>();
  private final Set<Place> inFlight = new HashSet<>();

  /** A permit says that there may be something to do; the thread sleeps on it. */
  private final Semaphore arrivals = new Semaphore(0);

  private final Thread thread;
  private @Nullable Dispatch held;
  private Instant settled = Instant.MIN;
  private volatile boolean closing;

  /** One message at one endpoint. */
  private record Place(UUID endpoint, long message) {
    static Place of(Delivery delivery) {
      return new Place(delivery.endpoint(), delivery.message());
    }
  }

  /**
   * What it works on.
   *
   * @param progress is told what became of messages that belong to actions
   */
  record Work(
      Database database,
      Endpoints endpoints,
      Messages messages,
      ActionProgress progress,
      Tally tally) {}

  Deliverer(Work work, Sender sender, Schedule schedule, Time time) {
    this.database = work.database();
    this.endpoints = work.endpoints();
    this.progress = work.progress();
    this.tally = work.tally();
    this.messages = work.messages();
    this.sender = sender;
    this.schedule = schedule;
    this.time = time;
    this.thread = Thread.ofPlatform().name("webhooks").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!closing) {
      round();
      try {
        time.await(arrivals, held == null ? STANDBY : PAUSE);
        arrivals.drainPermits();
      } catch (InterruptedException _) {
        closing = true;
      }
    }
    drain();
  }

  /** Records what was tried since, and tries what is due. */
  void round() {
    try {
      tally.look(endpoints, time.instant());
      if (held == null) takeOver();
      if (held != null) round(held);
    } catch (SQLException | JdbiException | StoreFault _) {
      // The database is gone, and the lock with it; what is in flight is recorded if it comes back.
      letGo();
    }
  }

  private void takeOver() throws SQLException {
    if (!Dispatch.isNeeded(database, time.instant())) return;
    held = Dispatch.open(database, schedule, progress).orElse(null);
    // Another server goes on with these, and knows better.
    if (held == null) forget(take());
  }

  private void round(Dispatch dispatch) throws SQLException {
    record(dispatch);
    Instant now = time.instant();
    dispatch.giveOut(now);
    if (settled.plus(SETTLE).isBefore(now) || settled.isAfter(now)) {
      dispatch.settle(now);
      settled = now;
    }
    if (closing) return;
    for (Target target : endpoints.targets()) start(dispatch, target, now);
  }

  private void record(Dispatch dispatch) throws SQLException {
    List<Attempted> attempts = take();
    boolean recorded = false;
    try {
      dispatch.record(attempts, time.instant());
      recorded = true;
    } finally {
      if (!recorded) made.addAll(attempts);
    }
    forget(attempts);
    tally.count(attempts);
  }

  private List<Attempted> take() {
    List<Attempted> attempts = new ArrayList<>();
    made.drainTo(attempts);
    return attempts;
  }

  private void forget(List<Attempted> attempts) {
    attempts.forEach(each -> inFlight.remove(Place.of(each.delivery())));
  }

  private void start(Dispatch dispatch, Target target, Instant now) {
    UUID endpoint = target.endpoint().id();
    List<Long> mine =
        inFlight.stream()
            .filter(place -> place.endpoint().equals(endpoint))
            .map(Place::message)
            .toList();
    int free = Math.min(OF_ONE_MAX - mine.size(), OF_ALL_MAX - inFlight.size());
    if (free <= 0) return;
    for (Delivery delivery : dispatch.due(endpoint, now, mine, free)) {
      inFlight.add(Place.of(delivery));
      attempt(delivery, target);
    }
  }

  private void attempt(Delivery delivery, Target target) {
    Instant at = time.instant();
    long began = System.nanoTime();
    var _ =
        result(delivery, target, at)
            .thenAccept(
                result -> {
                  long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                  made.add(new Attempted(delivery, at, result, ms));
                  arrivals.release();
                });
  }

  private CompletableFuture<Result> result(Delivery delivery, Target target, Instant at) {
    Message message = messages.of(delivery, target.endpoint().format());
    if (message.isTooLong()) return unanswered(Fault.TOO_LONG);
    if (target.keys().isEmpty()) return unanswered(Fault.NO_SECRET);
    Map<String, String> headers = message.headers(target.keys(), at);
    return sender.send(URI.create(target.endpoint().url()), headers, message.body());
  }

  private static CompletableFuture<Result> unanswered(Fault fault) {
    return CompletableFuture.completedFuture(new Result.Unanswered(fault));
  }

  /** Whether this server is the one that delivers. */
  boolean isDelivering() {
    return held != null;
  }

  /** Waits until what was begun has ended; false when it did not in that time. */
  boolean awaitAttempts(Duration max) {
    long end = System.nanoTime() + max.toNanos();
    while (made.size() < inFlight.size() && System.nanoTime() < end) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return made.size() >= inFlight.size();
  }

  /** What does not end in time is sent again by whoever delivers next. */
  private void drain() {
    awaitAttempts(DRAIN);
    try {
      if (held != null) record(held);
    } catch (SQLException | JdbiException | StoreFault _) {
      // Sent again under the same id.
    }
    letGo();
  }

  private void letGo() {
    if (held != null) held.close();
    held = null;
  }

  @Override
  public void close() {
    closing = true;
    arrivals.release();
    if (thread.isAlive()) join();
    else letGo();
    sender.close();
  }

  private void join() {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
