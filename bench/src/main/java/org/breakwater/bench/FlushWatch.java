package org.breakwater.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.EmbeddedPostgres;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.decision.Flushed;
import org.jdbi.v3.core.JdbiException;

/** Asks the database, right after an answer, whether it is flushed beyond that answer's batch. */
final class FlushWatch implements AutoCloseable {
  private static final int PAUSE_MS = 5;

  private final ServerProcess server;
  private final Clients clients;
  private final AtomicLong checked = new AtomicLong();
  private final AtomicLong unflushed = new AtomicLong();
  private final Thread thread;
  private volatile boolean watching = true;

  FlushWatch(ServerProcess server, Clients clients) {
    this.server = server;
    this.clients = clients;
    this.thread = Thread.ofVirtual().start(this::watch);
  }

  long checked() {
    return checked.get();
  }

  long unflushed() {
    return unflushed.get();
  }

  private void watch() {
    while (watching) {
      EmbeddedPostgres.running(server.data()).ifPresent(this::watch);
      Pause.ms(PAUSE_MS);
    }
  }

  private void watch(String url) {
    try (var database = Database.open(url)) {
      long seen = -1;
      while (watching) {
        long batch = clients.lastBatch();
        if (batch > seen) {
          Flushed.isFlushed(database, batch).ifPresent(this::count);
          seen = batch;
        }
        Pause.ms(PAUSE_MS);
      }
    } catch (StoreFault | JdbiException _) {
      // Killed: looked for again.
    }
  }

  private void count(boolean flushed) {
    checked.incrementAndGet();
    if (!flushed) unflushed.incrementAndGet();
  }

  @Override
  public void close() {
    watching = false;
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
