package org.breakwater.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CPU time used so far, which says what an event costs also on a machine that does other things.
 *
 * @param compilers of the server's, what its JVM used to compile; it settles after some minutes of
 *     load
 * @param postgres of those of its processes that live now
 */
record CpuUse(Duration server, Duration compilers, Duration postgres, Duration generator) {
  /** Linux counts in hundredths of a second. */
  private static final long MS_A_TICK = 10;

  static CpuUse now(ServerProcess process) {
    return new CpuUse(
        sum(process.processes().limit(1)),
        compilers(process.processes().findFirst().orElseThrow()),
        sum(process.processes().skip(1)),
        sum(Stream.of(ProcessHandle.current())));
  }

  private static Duration sum(Stream<ProcessHandle> processes) {
    return processes
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Zero where the kernel does not tell. */
  private static Duration compilers(ProcessHandle jvm) {
    Path tasks = Path.of("/proc", Long.toString(jvm.pid()), "task");
    try (Stream<Path> each = Files.list(tasks)) {
      long ticks = each.mapToLong(CpuUse::compilerTicks).sum();
      return Duration.ofMillis(ticks * MS_A_TICK);
    } catch (IOException _) {
      return Duration.ZERO;
    }
  }

  /**
   * Of one thread, from proc(5): its name in brackets, then utime and stime as fields 14 and 15.
   */
  private static long compilerTicks(Path task) {
    try {
      String stat = Files.readString(task.resolve("stat"));
      int named = stat.lastIndexOf(')');
      if (!stat.substring(0, named).contains(" CompilerThre")) return 0;
      String[] rest = stat.substring(named + 2).split(" ", -1);
      return Long.parseLong(rest[11]) + Long.parseLong(rest[12]);
    } catch (IOException _) {
      return 0; // it has ended meanwhile
    }
  }

  /** How much of the server's went to compiling since {@code before}. */
  double compilersShare(CpuUse before) {
    double spent = server.minus(before.server).toNanos();
    return spent > 0 ? compilers.minus(before.compilers).toNanos() / spent : 0;
  }

  /** Microseconds an event since {@code before}, by who used them. */
  Map<String, Object> since(CpuUse before, long events) {
    Map<String, Object> each = new LinkedHashMap<>();
    each.put("cpu_us_server", micros(server.minus(before.server), events));
    each.put("cpu_us_compilers", micros(compilers.minus(before.compilers), events));
    each.put("cpu_us_postgres", micros(postgres.minus(before.postgres), events));
    each.put("cpu_us_generator", micros(generator.minus(before.generator), events));
    return each;
  }

  private static long micros(Duration spent, long events) {
    return Math.round(spent.toNanos() / 1e3 / events);
  }
}
