package org.breakwater.store.decision;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.breakwater.store.database.Database;
import org.breakwater.store.merkle.Frontier;
import org.jdbi.v3.core.JdbiException;

/**
 * The one thread that appends. What arrives while a commit is on its way to the disk forms the next
 * group, so that the more arrive at once, the fewer commits each costs.
 */
final class Writer implements AutoCloseable {
  private static final int GROUP_MAX = 1_000;
  private static final int WAITING_MAX = 20_000;
  static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final long PAUSE_MS = 250;
  private static final int SECONDS_TO_ANSWER = 2;

  private static final String UNCERTAIN =
      "the database went away while this was written; send it again, it is decided once";

  private final Database database;
  private final StoredLog stored;
  private final LogSecrets secrets;
  private final InstantSource clock;
  private final DecisionIds ids = new DecisionIds();
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_MAX);
  private final Acts acts;
  private final Thread thread;
  private volatile Frontier frontier = Frontier.EMPTY;
  private volatile String down = "the log is being opened";
  private volatile boolean closing;

  private record Waiting(Draft draft, CompletableFuture<Answer> answer) {}

  Writer(Database database, LogSecrets secrets, InstantSource clock) {
    this.database = database;
    this.stored = new StoredLog(database);
    this.secrets = secrets;
    this.clock = clock;
    this.acts = new Acts(secrets);
    this.thread = Thread.ofPlatform().name("writer").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Puts a draft into the next group. */
  CompletableFuture<Answer> submit(Draft draft) {
    if (closing) return refused("the server is shutting down");
    if (!down.isEmpty()) return refused(down);
    var waiting = new Waiting(draft, new CompletableFuture<>());
    if (!queue.offer(waiting)) return refused("too many requests are waiting");
    // The writer may have gone down, or ended, between the first look and the queue.
    if (!down.isEmpty() || !thread.isAlive()) refuseAll();
    return waiting.answer();
  }

  /** Has an act entered after the next group; within a quarter of a second. */
  CompletableFuture<Answer> submit(Act act) {
    if (closing) return refused("the server is shutting down");
    if (!down.isEmpty()) return refused(down);
    CompletableFuture<Answer> answer = acts.submit(act);
    if (!down.isEmpty() || !thread.isAlive()) refuseAll();
    return answer;
  }

  /** The log as far as it is committed. */
  Frontier frontier() {
    return frontier;
  }

  /** Why nothing can be written now; empty when it can. */
  String down() {
    return down;
  }

  /** Waits until the writer has its lock, or has found out why it has not. */
  boolean awaitUp(Duration max) {
    long end = System.nanoTime() + max.toNanos();
    while (!down.isEmpty() && System.nanoTime() < end) pause(10);
    return down.isEmpty();
  }

  /** Commits what waits, then ends. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    refuseAll();
  }

  private void run() {
    try {
      while (!closing) writeWhileItLasts();
    } finally {
      down = "the writer has ended";
      refuseAll();
    }
  }

  private void writeWhileItLasts() {
    try (Session session = Session.open(database)) {
      session.turnTo(clock.instant());
      frontier = stored.frontier();
      down = "";
      write(session);
    } catch (Session.Taken _) {
      wentDown("another server is the writer of this database");
    } catch (SQLException | JdbiException _) {
      wentDown("the database does not answer");
    }
  }

  private void wentDown(String why) {
    down = why;
    refuseAll();
    pause(PAUSE_MS);
  }

  private void write(Session session) throws SQLException {
    var commit = new GroupCommit(session, secrets);
    while (!closing || !queue.isEmpty() || acts.isWaiting()) {
      List<Waiting> group = next();
      if (!group.isEmpty()) write(commit, group);
      else if (!session.connection().isValid(SECONDS_TO_ANSWER)) throw new SQLException("silent");
      frontier = acts.commit(session.connection(), frontier, ids, clock.instant());
    }
  }

  private void write(GroupCommit commit, List<Waiting> group) throws SQLException {
    List<Draft> drafts = group.stream().map(Waiting::draft).toList();
    boolean known = false;
    try {
      var committed = commit.commit(drafts, frontier, ids, clock.instant());
      frontier = committed.frontier();
      known = true;
      for (int i = 0; i < group.size(); i++)
        group.get(i).answer().complete(committed.answers().get(i));
    } finally {
      if (!known) group.forEach(waiting -> waiting.answer().complete(unavailable(UNCERTAIN)));
    }
  }

  private List<Waiting> next() {
    List<Waiting> group = new ArrayList<>();
    try {
      Waiting first = queue.poll(PAUSE_MS, TimeUnit.MILLISECONDS);
      if (first == null) return group;
      group.add(first);
      queue.drainTo(group, GROUP_MAX - 1);
    } catch (InterruptedException _) {
      closing = true;
    }
    return group;
  }

  private void refuseAll() {
    acts.refuse(unavailable(down.isEmpty() ? "the server has shut down" : down));
    for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll())
      waiting.answer().complete(unavailable(down.isEmpty() ? "the server has shut down" : down));
  }

  private static CompletableFuture<Answer> refused(String why) {
    return CompletableFuture.completedFuture(unavailable(why));
  }

  private static Answer unavailable(String why) {
    return new Answer.Unavailable(why, RETRY_AFTER);
  }

  private static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
