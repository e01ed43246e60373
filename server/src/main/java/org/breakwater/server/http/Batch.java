package org.breakwater.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.breakwater.server.Json;
import org.breakwater.server.Problem;

/**
 * Decides a stream of lines. One virtual thread reads and decides, this one prints; between them is
 * a bounded window, so that whoever reads slowly is sent slowly, and whoever sends fast waits.
 */
final class Batch {
  private static final int WINDOW = 1_000;

  /** Bytes of lines that are read and not yet decided; a longer one waits to be the only one. */
  private static final int BYTES_MAX = 2 << 20;

  private final Decisions decisions;
  private final Decisions.Sender sender;
  private final BlockingQueue<Line> window = new ArrayBlockingQueue<>(WINDOW);
  private final Semaphore room = new Semaphore(BYTES_MAX);
  private volatile boolean readerGone;

  Batch(Decisions decisions, Decisions.Sender sender) {
    this.decisions = decisions;
    this.sender = sender;
  }

  /**
   * A line on its way.
   *
   * @param number counted from 1; 0 marks the end
   * @param id what the line calls itself; empty when it does not
   */
  private record Line(int number, String id, CompletableFuture<Reply> reply) {}

  private static final Line END =
      new Line(0, "", CompletableFuture.completedFuture(new Reply.Refused(Problems.tooLong())));

  void run(InputStream in, OutputStream out) throws IOException {
    Thread reader = Thread.ofVirtual().name("batch").start(() -> read(in));
    try {
      print(new BufferedOutputStream(out));
    } finally {
      readerGone = true;
      reader.interrupt();
    }
  }

  private void read(InputStream in) {
    var lines = new LineReader(in);
    try {
      int number = 0;
      while (!readerGone && lines.next()) window.put(line(++number, lines));
    } catch (IOException _) {
      // The sender is gone, and with it whoever would read the rest.
    } catch (InterruptedException _) {
      return; // nobody takes from the window any more
    } finally {
      // Also where a line fails: who prints would wait for ever.
      end();
    }
  }

  private void end() {
    try {
      while (!readerGone && !window.offer(END, 1, TimeUnit.SECONDS)) {
        // Whoever reads is slow; tries again until it is gone.
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Line line(int number, LineReader lines) throws InterruptedException {
    if (lines.isTooLong())
      return new Line(
          number, "", CompletableFuture.completedFuture(new Reply.Refused(Problems.tooLong())));
    byte[] line = lines.line();
    int size = Math.min(line.length, BYTES_MAX);
    room.acquire(size);
    // A fault of ours in one line is that line's answer; the rest goes on.
    CompletableFuture<Reply> reply =
        CompletableFuture.completedFuture(line)
            .thenCompose(each -> decisions.decide(each, sender))
            .exceptionally(Refusals::reply)
            .whenComplete((_, _) -> room.release(size));
    boolean refused = reply.isDone() && reply.join() instanceof Reply.Refused;
    return new Line(number, refused ? id(line) : "", reply);
  }

  private static String id(byte[] line) {
    return Json.object(line).map(event -> event.path("id").asText()).orElse("");
  }

  private void print(OutputStream out) throws IOException {
    try {
      for (Line line = window.take(); line.number() > 0; line = window.take()) {
        // What is ready is sent before waiting for what is not.
        if (!line.reply().isDone()) out.flush();
        out.write(text(line).getBytes(UTF_8));
        out.write('\n');
        if (window.isEmpty()) out.flush();
      }
      out.flush();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  private static String text(Line line) {
    return switch (line.reply().join()) {
      case Reply.Decided(var json, var _) -> json;
      case Reply.Refused(var problem) -> text(line, problem);
    };
  }

  private static String text(Line line, Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("line", line.number());
    members.put("id", line.id().isEmpty() ? Json.NULL : line.id());
    members.put("problem", problem.members());
    return Json.text(members);
  }
}
