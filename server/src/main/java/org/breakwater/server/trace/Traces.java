package org.breakwater.server.trace;

import java.time.InstantSource;
import org.breakwater.server.settings.TelemetrySettings;

/** Begins traces. Safe for use by many threads. */
public interface Traces extends AutoCloseable {
  /** Where no receiver is named. */
  Traces OFF =
      new Traces() {
        @Override
        public Trace begin(String method, String route) {
          return Trace.NONE;
        }

        @Override
        public void close() {}
      };

  static Traces of(TelemetrySettings settings, InstantSource clock) {
    return settings.isOn() ? new SentTraces(settings, clock) : OFF;
  }

  /**
   * Begins the trace of a request, or gives {@link Trace#NONE} where it is not among those chosen.
   *
   * @param route the pattern, with names in braces in place of what somebody sent
   */
  Trace begin(String method, String route);

  /** Sends what waits. */
  @Override
  void close();
}
