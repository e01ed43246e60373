package org.breakwater.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CPU time used so far, which says what an event costs also on a machine that does other things.
 *
 * @param postgres of those of its processes that live now
 */
record CpuUse(Duration server, Duration postgres, Duration generator) {

  static CpuUse now(ServerProcess process) {
    return new CpuUse(
        sum(process.processes().limit(1)),
        sum(process.processes().skip(1)),
        sum(Stream.of(ProcessHandle.current())));
  }

  private static Duration sum(Stream<ProcessHandle> processes) {
    return processes
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Microseconds an event since {@code before}, by who used them. */
  Map<String, Object> since(CpuUse before, long events) {
    Map<String, Object> each = new LinkedHashMap<>();
    each.put("cpu_us_server", micros(server.minus(before.server), events));
    each.put("cpu_us_postgres", micros(postgres.minus(before.postgres), events));
    each.put("cpu_us_generator", micros(generator.minus(before.generator), events));
    return each;
  }

  private static long micros(Duration spent, long events) {
    return Math.round(spent.toNanos() / 1e3 / events);
  }
}
