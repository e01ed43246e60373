package org.breakwater.server.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.breakwater.server.settings.TelemetrySettings;

/**
 * Sends them by OTLP over HTTP, aside, and drops them where the receiver is slow.
 *
 * <p>A caller's {@code traceparent} is not taken over: on the platform's side it may lead to the
 * author, and asking leaves no record of a person (design.md, section 5).
 */
final class SentTraces implements Traces {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final String PATH = "/v1/traces";
  private static final long SECONDS_TO_END = 5;

  private final SdkTracerProvider provider;
  private final Tracer tracer;
  private final int sampledPercent;
  private final InstantSource clock;

  SentTraces(TelemetrySettings settings, InstantSource clock) {
    this.clock = clock;
    String stated = settings.otlp().replaceFirst("/$", "");
    var exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(stated.endsWith(PATH) ? stated : stated + PATH)
            .build();
    var name = Attributes.of(AttributeKey.stringKey("service.name"), "breakwater");
    this.provider =
        SdkTracerProvider.builder()
            .setResource(Resource.getDefault().merge(Resource.create(name)))
            .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
            .build();
    this.tracer = provider.get("breakwater");
    this.sampledPercent = settings.sampledPercent();
  }

  @Override
  public Trace begin(String method, String route) {
    if (ThreadLocalRandom.current().nextInt(100) >= sampledPercent) return Trace.NONE;
    Instant now = clock.instant();
    long epoch = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    Span span =
        tracer
            .spanBuilder(method + " " + route)
            .setNoParent()
            .setSpanKind(SpanKind.SERVER)
            .setStartTimestamp(epoch, TimeUnit.NANOSECONDS)
            .setAttribute(METHOD, method)
            .setAttribute(ROUTE, route)
            .startSpan();
    return new Sent(span, epoch - System.nanoTime());
  }

  @Override
  public void close() {
    provider.shutdown().join(SECONDS_TO_END, TimeUnit.SECONDS);
  }

  /** A trace that is sent. */
  private final class Sent implements Trace {
    private final Span span;

    /** From {@link System#nanoTime} to nanoseconds since 1970. */
    private final long offset;

    Sent(Span span, long offset) {
      this.span = span;
      this.offset = offset;
    }

    @Override
    public void stage(String name, long began, long ended) {
      tracer
          .spanBuilder(name)
          .setParent(Context.root().with(span))
          .setStartTimestamp(began + offset, TimeUnit.NANOSECONDS)
          .startSpan()
          .end(ended + offset, TimeUnit.NANOSECONDS);
    }

    @Override
    public void end(int status) {
      span.setAttribute(STATUS, (long) status);
      if (status >= 500) span.setStatus(StatusCode.ERROR);
      span.end(System.nanoTime() + offset, TimeUnit.NANOSECONDS);
    }
  }
}
