package org.breakwater.server.webhook;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.breakwater.store.webhook.Attempted.Result;
import org.breakwater.store.webhook.Fault;

/**
 * Makes one attempt: a POST without redirects, to the address that the gate admitted, with the
 * host's name for TLS and in the header. The status is the answer; of what follows no more is read
 * than lets the connection be used again.
 */
final class Sender implements AutoCloseable {
  private static final int BODY_MAX = 1_024;
  private static final int POOL_MAX = 64;
  private static final long DRAIN_MS = 5_000;
  private static final int IDLE_S = 15;

  private final Vertx vertx;
  private final AddressGate gate;
  private final Limits limits;
  private final HttpClient client;

  /** Names are looked up on threads of their own, for the JDK waits for the answer. */
  private final ExecutorService lookups =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("webhook-lookup-", 0).factory());

  /**
   * How long things may take.
   *
   * @param connect until the connection stands, TLS not counted
   * @param whole from looking the name up to the status
   * @param clock by which dates in answers are read
   */
  record Limits(Duration connect, Duration whole, InstantSource clock) {
    /** The specification recommends 15 to 30 seconds for the whole. */
    Limits(InstantSource clock) {
      this(Duration.ofSeconds(5), Duration.ofSeconds(20), clock);
    }
  }

  Sender(Vertx vertx, AddressGate gate, InstantSource clock) {
    this(vertx, gate, new Limits(clock), new HttpClientOptions());
  }

  private Sender(Vertx vertx, AddressGate gate, Limits limits, HttpClientOptions options) {
    this.vertx = vertx;
    this.gate = gate;
    this.limits = limits;
    this.client =
        vertx.createHttpClient(
            options
                .setConnectTimeout((int) limits.connect().toMillis())
                .setSslHandshakeTimeout(limits.whole().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout(IDLE_S)
                .setMaxPoolSize(POOL_MAX)
                .setVerifyHost(true)
                .setTrustAll(false));
  }

  /** One that trusts other authorities than the JDK does. */
  static Sender trusting(Vertx vertx, AddressGate gate, Limits limits, TrustOptions trust) {
    return new Sender(vertx, gate, limits, new HttpClientOptions().setTrustOptions(trust));
  }

  /** Completes with what became of it, never exceptionally. */
  CompletableFuture<Result> send(URI url, Map<String, String> headers, byte[] body) {
    var done = new CompletableFuture<Result>();
    long timer =
        vertx.setTimer(limits.whole().toMillis(), _ -> done.complete(unanswered(Fault.TIMEOUT)));
    var _ = done.whenComplete((_, _) -> vertx.cancelTimer(timer));
    lookups.execute(
        () -> {
          switch (gate.judge(url.getHost())) {
            case AddressGate.Judged.Refused(var fault) -> done.complete(unanswered(fault));
            case AddressGate.Judged.Admitted(var address) ->
                send(request(url, address), headers, body, done);
          }
        });
    return done;
  }

  private static RequestOptions request(URI url, InetAddress address) {
    boolean encrypted = "https".equalsIgnoreCase(url.getScheme());
    int usual = encrypted ? 443 : 80;
    int port = url.getPort() < 0 ? usual : url.getPort();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
        .setHost(url.getHost())
        .setPort(port)
        .setSsl(encrypted)
        .setFollowRedirects(false)
        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
  }

  private void send(
      RequestOptions options,
      Map<String, String> headers,
      byte[] body,
      CompletableFuture<Result> done) {
    client
        .request(options)
        .onFailure(fault -> done.complete(unanswered(faultOf(fault))))
        .onSuccess(
            request -> {
              // Whoever waited too long for a connection sends nothing on it.
              if (done.isDone()) request.reset();
              else send(request, headers, body, done);
            });
  }

  private void send(
      HttpClientRequest request,
      Map<String, String> headers,
      byte[] body,
      CompletableFuture<Result> done) {
    headers.forEach(request::putHeader);
    var _ =
        done.whenComplete(
            (result, _) -> {
              if (result instanceof Result.Unanswered) request.reset();
            });
    request
        .send(Buffer.buffer(body))
        .onFailure(fault -> done.complete(unanswered(faultOf(fault))))
        .onSuccess(
            response -> {
              drain(request, response);
              done.complete(new Result.Answered(response.statusCode(), retryAfter(response)));
            });
  }

  /** Reads what is left, so that the connection can be used again; hangs up where it is long. */
  private void drain(HttpClientRequest request, HttpClientResponse response) {
    var left = new int[] {BODY_MAX};
    long timer = vertx.setTimer(DRAIN_MS, _ -> request.connection().close());
    response.exceptionHandler(_ -> vertx.cancelTimer(timer));
    response.endHandler(_ -> vertx.cancelTimer(timer));
    response.handler(
        part -> {
          left[0] -= part.length();
          if (left[0] < 0) request.connection().close();
        });
  }

  private Duration retryAfter(HttpClientResponse response) {
    return RetryAfter.of(response.getHeader("Retry-After"), limits.clock().instant());
  }

  private static Result unanswered(Fault fault) {
    return new Result.Unanswered(fault);
  }

  /** The first cause that says what kind of fault it is. */
  static Fault faultOf(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .limit(8)
        .map(Sender::kind)
        .filter(kind -> kind != Fault.PROTOCOL)
        .findFirst()
        .orElse(Fault.PROTOCOL);
  }

  private static Fault kind(Throwable fault) {
    return switch (fault) {
      case SSLException _ -> Fault.TLS;
      case ConnectTimeoutException _ -> Fault.CONNECT;
      case ConnectException _ -> Fault.CONNECT;
      case NoRouteToHostException _ -> Fault.CONNECT;
      case IOException _ -> Fault.RESET;
      case HttpClosedException _ -> Fault.RESET;
      default -> Fault.PROTOCOL;
    };
  }

  @Override
  public void close() {
    lookups.shutdownNow();
    client.close();
  }
}
