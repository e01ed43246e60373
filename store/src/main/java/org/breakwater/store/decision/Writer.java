package org.breakwater.store.decision;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.merkle.Frontier;
import org.breakwater.store.time.Time;
import org.jdbi.v3.core.JdbiException;

/**
 * The one thread that appends. What arrives while a commit is on its way to the disk forms the next
 * group, so that the more arrive at once, the fewer commits each costs.
 */
final class Writer implements AutoCloseable {
  private static final int GROUP_MAX = 1_000;
  private static final int GROUP_WEIGHT_MAX = 8 << 20;
  private static final int WAITING_MAX = 20_000;
  static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final int SECONDS_TO_ANSWER = 2;

  /** Characters that may wait; an event may have a million of them. */
  static final long WAITING_WEIGHT_MAX = 16L << 20;

  private static final String UNCERTAIN =
      "the database went away while this was written; send it again, it is decided once";
  private static final String REFUSED = "the database does not take this request: SQLSTATE ";

  private final Database database;
  private final StoredLog stored;
  private final LogSecrets secrets;
  private final Time time;
  private final DecisionIds ids = new DecisionIds();
  private final Retention retention = new Retention();
  private final ActionClock actionClock = new ActionClock();
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_MAX);
  private final AtomicLong weight = new AtomicLong();
  private final Acts acts;

  /** A permit says that there may be something to do; the thread sleeps on it. */
  private final Semaphore arrivals = new Semaphore(0);

  private final Thread thread;
  private volatile Frontier frontier = Frontier.EMPTY;
  private volatile String down = "the log is being opened";
  private volatile boolean closing;

  private record Waiting(Draft draft, CompletableFuture<Answer> answer) {}

  Writer(Database database, LogSecrets secrets, Time time) {
    this.database = database;
    this.stored = new StoredLog(database);
    this.secrets = secrets;
    this.time = time;
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
    if (weight.addAndGet(draft.weight()) > WAITING_WEIGHT_MAX || !queue.offer(waiting)) {
      weight.addAndGet(-draft.weight());
      return refused("too many requests are waiting");
    }
    arrivals.release();
    // The writer may have gone down, or ended, between the first look and the queue.
    if (!down.isEmpty() || !thread.isAlive()) refuseAll();
    return waiting.answer();
  }

  /** Has an act entered after the next group. */
  CompletableFuture<Answer> submit(Act act) {
    if (closing) return refused("the server is shutting down");
    if (!down.isEmpty()) return refused(down);
    CompletableFuture<Answer> answer = acts.submit(act);
    arrivals.release();
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
    while (!down.isEmpty() && System.nanoTime() < end && pause(10)) {
      // Looks again.
    }
    return down.isEmpty();
  }

  /** Commits what waits, then ends. */
  @Override
  public void close() {
    closing = true;
    arrivals.release();
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
      session.turnTo(time.instant());
      // What has had its time is gone before anything is answered.
      keepTime(session);
      frontier = stored.frontier();
      down = "";
      write(session);
    } catch (Session.Refused e) {
      wentDown(String.valueOf(e.getMessage()));
    } catch (StoreFault e) {
      wentDown(String.valueOf(e.getMessage()));
    } catch (SQLException | JdbiException _) {
      wentDown("the database does not answer");
    }
  }

  private void wentDown(String why) {
    down = why;
    refuseAll();
    if (!pause(IDLE.toMillis())) closing = true;
  }

  private void write(Session session) throws SQLException {
    var commit = new GroupCommit(session, secrets);
    while (!closing || !queue.isEmpty() || acts.isWaiting()) {
      List<Waiting> group = next();
      if (!group.isEmpty()) write(commit, group);
      else if (!session.connection().isValid(SECONDS_TO_ANSWER)) throw new SQLException("silent");
      frontier = acts.commit(session.connection(), frontier, ids, time.instant());
      keepTime(session);
    }
  }

  /** Ends what has had its time, and does what is due; not while the clock is not to be trusted. */
  private void keepTime(Session session) throws SQLException {
    Instant now = time.instant();
    long nanos = time.nanos();
    retention.apply(session.connection(), now, nanos);
    if (!retention.isWaiting()) actionClock.tick(session.connection(), ids, now, nanos);
  }

  private void write(GroupCommit commit, List<Waiting> group) throws SQLException {
    boolean known = false;
    try {
      known = commitAll(commit, group);
    } finally {
      if (!known) group.forEach(waiting -> waiting.answer().complete(unavailable(UNCERTAIN)));
    }
  }

  /** Commits the group; where the database refuses what is in it, finds out which one that is. */
  private boolean commitAll(GroupCommit commit, List<Waiting> group) throws SQLException {
    try {
      commitOnce(commit, group);
    } catch (SQLException e) {
      if (!isRefusal(e)) throw e;
      String why = REFUSED + e.getSQLState();
      if (group.size() == 1) group.getFirst().answer().complete(unavailable(why));
      else for (Waiting each : group) write(commit, List.of(each));
    }
    return true;
  }

  private void commitOnce(GroupCommit commit, List<Waiting> group) throws SQLException {
    List<Draft> drafts = group.stream().map(Waiting::draft).toList();
    var committed = commit.commit(drafts, frontier, ids, time.instant());
    frontier = committed.frontier();
    for (int i = 0; i < group.size(); i++)
      group.get(i).answer().complete(committed.answers().get(i));
  }

  /**
   * Whether the server itself said that a value will not do (class 22); it is then certain that
   * nothing was committed. Not class 23: an entry that is there already means that we are wrong
   * about the log's end and must look again.
   */
  private static boolean isRefusal(SQLException e) {
    String state = e.getSQLState();
    return state != null && state.startsWith("22");
  }

  private List<Waiting> next() {
    List<Waiting> group = new ArrayList<>();
    try {
      if (queue.isEmpty()) time.await(arrivals, IDLE);
      // Before the queue is emptied: whoever comes later leaves a permit for the next group.
      arrivals.drainPermits();
      Waiting each = queue.poll();
      long taken = 0;
      while (each != null) {
        group.add(each);
        weight.addAndGet(-each.draft().weight());
        taken += each.draft().weight();
        boolean full = group.size() == GROUP_MAX || taken >= GROUP_WEIGHT_MAX;
        each = full ? null : queue.poll();
      }
    } catch (InterruptedException _) {
      closing = true;
    }
    return group;
  }

  private void refuseAll() {
    acts.refuse(unavailable(down.isEmpty() ? "the server has shut down" : down));
    for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
      weight.addAndGet(-waiting.draft().weight());
      waiting.answer().complete(unavailable(down.isEmpty() ? "the server has shut down" : down));
    }
  }

  private static CompletableFuture<Answer> refused(String why) {
    return CompletableFuture.completedFuture(unavailable(why));
  }

  private static Answer unavailable(String why) {
    return new Answer.Unavailable(why, RETRY_AFTER);
  }

  /** False when the thread was told to end meanwhile. */
  private static boolean pause(long ms) {
    try {
      Thread.sleep(ms);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
