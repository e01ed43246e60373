package org.breakwater.server.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.breakwater.engine.codec.EventJson;

/** The body of a request, read on its connection's thread as it comes, without waiting. */
final class Body {
  /** What is thrown away of a body that is too long, so that its sender reads the refusal. */
  private static final long DISCARDED_MAX = 16L << 20;

  private final HttpServerRequest request;
  private final Promise<Optional<byte[]>> whole = Promise.promise();
  private final Buffer read = Buffer.buffer();
  private long size;

  private Body(HttpServerRequest request) {
    this.request = request;
  }

  /** All of it; empty, and as soon as that is known, when it is longer than an event may be. */
  static Future<Optional<byte[]>> of(HttpServerRequest request) {
    var body = new Body(request);
    request.exceptionHandler(body.whole::tryFail);
    request.endHandler(_ -> body.whole.tryComplete(Optional.of(body.read.getBytes())));
    request.handler(body::take);
    return body.whole.future();
  }

  private void take(Buffer chunk) {
    size += chunk.length();
    if (size <= EventJson.LINE_BYTES_MAX) read.appendBuffer(chunk);
    else if (size > DISCARDED_MAX) request.connection().close();
    else whole.tryComplete(Optional.empty());
  }
}
