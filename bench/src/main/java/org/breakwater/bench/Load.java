package org.breakwater.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AttributeKey;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over a bounded number of connections, each with one request at a time.
 *
 * <p>In an open loop requests are due at fixed times whether or not earlier ones were answered, and
 * the time of each counts from when it was due: what waits because the server is slow is counted as
 * slow (no coordinated omission). All state belongs to one event loop.
 */
final class Load implements AutoCloseable {
  private static final int RESPONSE_BYTES_MAX = 1 << 20;
  private static final long DRAIN_SECONDS = 30;
  private static final long PACE_NANOS = 200_000;
  private static final long HIGHEST_MICROS = TimeUnit.MINUTES.toMicros(2);
  private static final AttributeKey<Long> DUE = AttributeKey.valueOf("due");
  private static final AttributeKey<Boolean> CLOSED = AttributeKey.valueOf("closed");

  private final URI address;
  private final String key;
  private final NioEventLoopGroup threads = new NioEventLoopGroup(1);
  private final EventLoop loop = threads.next();
  private final ArrayDeque<Channel> idle = new ArrayDeque<>();
  private final ArrayDeque<Due> waiting = new ArrayDeque<>();
  private @Nullable Run run;

  /** A request and when it was to be sent. */
  private static final class Due {
    private final byte[] body;
    private final long nanos;

    Due(byte[] body, long nanos) {
      this.body = body;
      this.nanos = nanos;
    }
  }

  /**
   * What came of a run.
   *
   * @param micros times of those that were answered 200, from when each was due
   * @param refused answered otherwise
   * @param seconds from the first until the last answer
   */
  record Result(Histogram micros, long refused, double seconds) {
    double perSecond() {
      return micros.getTotalCount() / seconds;
    }

    double ms(double percentile) {
      return micros.getValueAtPercentile(percentile) / 1_000.0;
    }
  }

  private static final class Run {
    private final Histogram micros = new Histogram(HIGHEST_MICROS, 3);
    private final CountDownLatch left;
    private final long begin = System.nanoTime();
    private long refused;
    private long end;

    Run(int count) {
      left = new CountDownLatch(count);
    }
  }

  Load(URI address, String key, int connections) {
    this.address = address;
    this.key = key;
    for (int i = 0; i < connections; i++) connect();
  }

  private void connect() {
    new Bootstrap()
        .group(threads)
        .channel(NioSocketChannel.class)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel
                    .pipeline()
                    .addLast(new HttpClientCodec())
                    .addLast(new HttpObjectAggregator(RESPONSE_BYTES_MAX))
                    .addLast(new Answers());
              }
            })
        .connect(address.getHost(), address.getPort())
        .syncUninterruptibly();
  }

  /** Requests one after the other on each connection, as fast as they are answered. */
  Result closed(List<byte[]> bodies) {
    var current = new Run(bodies.size());
    loop.execute(
        () -> {
          run = current;
          long now = System.nanoTime();
          for (byte[] body : bodies) waiting.add(new Due(body, now));
          dispatch(true);
        });
    return finished(current);
  }

  /** Requests at fixed times, so many a second. */
  Result open(List<byte[]> bodies, double perSecond) {
    var current = new Run(bodies.size());
    loop.execute(() -> run = current);
    long begin = System.nanoTime();
    double nanosEach = 1e9 / perSecond;
    int sent = 0;
    while (sent < bodies.size()) {
      int due = (int) Math.min(bodies.size(), (System.nanoTime() - begin) / nanosEach);
      if (due > sent) {
        int from = sent;
        loop.execute(
            () -> {
              for (int i = from; i < due; i++)
                waiting.add(new Due(bodies.get(i), begin + (long) (i * nanosEach)));
              dispatch(false);
            });
        sent = due;
      }
      LockSupport.parkNanos(PACE_NANOS);
    }
    return finished(current);
  }

  private Result finished(Run current) {
    try {
      long max = TimeUnit.MINUTES.toSeconds(5) + DRAIN_SECONDS;
      if (!current.left.await(max, TimeUnit.SECONDS))
        throw new EnvironmentFault(current.left.getCount() + " requests were never answered");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFault("interrupted");
    }
    return new Result(current.micros, current.refused, (current.end - current.begin) / 1e9);
  }

  /** In a closed loop a request is due when a connection is free for it. */
  private void dispatch(boolean closed) {
    while (!idle.isEmpty() && !waiting.isEmpty()) {
      Due due = waiting.remove();
      Channel channel = idle.remove();
      channel.attr(DUE).set(closed ? System.nanoTime() : due.nanos);
      channel.attr(CLOSED).set(closed);
      var body = Unpooled.wrappedBuffer(due.body);
      var request =
          new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/v1/decisions", body);
      request.headers().set("Host", address.getAuthority());
      request.headers().set("Authorization", "Bearer " + key);
      request.headers().set("Content-Type", "application/json");
      request.headers().setInt("Content-Length", due.body.length);
      var _ = channel.writeAndFlush(request);
    }
  }

  private final class Answers extends SimpleChannelInboundHandler<FullHttpResponse> {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      idle.add(context.channel());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
      Channel channel = context.channel();
      long now = System.nanoTime();
      Run current = run;
      if (current == null) return;
      if (response.status().code() == 200)
        current.micros.recordValue(
            Math.min(HIGHEST_MICROS, (now - channel.attr(DUE).get()) / 1_000));
      else current.refused++;
      current.end = now;
      current.left.countDown();
      idle.add(channel);
      dispatch(channel.attr(CLOSED).get());
    }
  }

  @Override
  public void close() {
    threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
