package org.breakwater.adapter;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.breakwater.adapter.bridge.Bridge;
import org.breakwater.adapter.bridge.Platform;
import org.breakwater.adapter.bridge.Settings;

/** What a platform's verb does, whichever platform it is. */
record Run(PrintWriter out, PrintWriter err) {
  int of(BridgeOptions.Read read, boolean isCheck, Function<Settings, Platform> platform) {
    return switch (read) {
      case BridgeOptions.Read.Rejected(var faults) -> {
        faults.forEach(fault -> err.println("bw: " + fault));
        yield Exit.USAGE.code();
      }
      case BridgeOptions.Read.Accepted(var settings) ->
          isCheck
              ? check(platform.apply(settings), settings)
              : serve(platform.apply(settings), settings);
    };
  }

  private int check(Platform platform, Settings settings) {
    List<Platform.Finding> findings = Bridge.check(platform, settings);
    for (Platform.Finding each : findings)
      out.printf("%-3s  %s%n", each.holds() ? "ok" : "no", each.words());
    boolean holds = findings.stream().allMatch(Platform.Finding::holds);
    return (holds ? Exit.ALL_WELL : Exit.CHECK_SAYS_NO).code();
  }

  private int serve(Platform platform, Settings settings) {
    try (Bridge bridge = Bridge.open(platform, settings, line -> err.println("bw: " + line))) {
      out.printf("%-11s %s/hooks/%s%n", platform.title(), bridge.address(), platform.path());
      out.printf("%-11s %s/hooks/breakwater%n", "Breakwater", bridge.address());
      out.flush();
      awaitSignal(bridge);
      return Exit.ALL_WELL.code();
    } catch (IOException e) {
      err.printf(
          "bw: cannot listen on %s, port %d: %s; choose another by --host and --port%n",
          settings.host(), settings.port(), e.getMessage());
      return Exit.ENVIRONMENT.code();
    }
  }

  /** A signal drains what is under way; the exit code then says that all is well. */
  private static void awaitSignal(Bridge bridge) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  bridge.close();
                  Runtime.getRuntime().halt(Exit.ALL_WELL.code());
                }));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
