package org.breakwater.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory as the kernel counts it: proportional set size, so that shared pages count once. */
final class MemoryUse {
  private MemoryUse() {}

  /** Of all processes of a server together, in MiB. */
  static double mib(ServerProcess server) {
    return server.processes().mapToLong(MemoryUse::pssKib).sum() / 1024.0;
  }

  /** 0 for a process that has just ended. */
  private static long pssKib(ProcessHandle process) {
    Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
    try {
      return Files.readAllLines(rollup).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException _) {
      return 0;
    }
  }
}
