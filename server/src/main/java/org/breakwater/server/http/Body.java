package org.breakwater.server.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.breakwater.engine.codec.EventJson;

/**
 * The body of a request, read on its connection's thread as it comes, without waiting. Of long
 * bodies only so many are held at once, so that many senders of much do not take all memory.
 */
final class Body {
  /** Bytes; more is long. */
  static final int SHORT_MAX = 16 << 10;

  /** What is thrown away of a body that is refused, so that its sender reads the refusal. */
  private static final long DISCARDED_MAX = 16L << 20;

  private final HttpServerRequest request;
  private final Semaphore room;
  private final Promise<Optional<Reply.Refused>> end = Promise.promise();
  private Buffer read = Buffer.buffer();
  private long size;
  private boolean holdsRoom;

  /**
   * @param room for long bodies
   */
  Body(HttpServerRequest request, Semaphore room) {
    this.request = request;
    this.room = room;
  }

  /**
   * Reads it. What comes is why it is refused, as soon as that is known, or nothing when it is
   * whole; it fails when the sender is gone.
   */
  Future<Optional<Reply.Refused>> whole() {
    request.exceptionHandler(
        fault -> {
          if (end.tryFail(fault)) leave();
        });
    request.endHandler(_ -> end.tryComplete(Optional.empty()));
    request.handler(this::take);
    return end.future();
  }

  private void take(Buffer chunk) {
    size += chunk.length();
    if (size > DISCARDED_MAX) request.connection().close();
    if (end.future().isComplete()) return;
    if (size > EventJson.LINE_BYTES_MAX) refuse(new Reply.Refused(Problems.tooLong()));
    else if (!hasRoom()) refuse(new Reply.Refused(Problems.unavailable("too much is coming in")));
    else read.appendBuffer(chunk);
  }

  private boolean hasRoom() {
    if (size > SHORT_MAX && !holdsRoom) holdsRoom = room.tryAcquire();
    return size <= SHORT_MAX || holdsRoom;
  }

  private void refuse(Reply.Refused why) {
    read = Buffer.buffer();
    leave();
    end.tryComplete(Optional.of(why));
  }

  byte[] bytes() {
    return read.getBytes();
  }

  boolean isLong() {
    return size > SHORT_MAX;
  }

  /** It is held no longer. */
  void leave() {
    if (holdsRoom) room.release();
    holdsRoom = false;
  }
}
