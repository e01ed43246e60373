package org.breakwater.server.webhook;

import java.util.concurrent.Callable;
import org.breakwater.server.Exit;
import org.breakwater.server.Json;
import org.breakwater.store.webhook.AttemptLog;
import org.breakwater.store.webhook.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw webhooks log}. */
@Command(
    name = "log",
    description = "Print attempts at an endpoint, the newest first: time, message, answer, ms.",
    footer = {"", "Exit: 0 all well, 2 usage, 3 environment."},
    mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {
  @Mixin private final Opened opened = new Opened();
  @Mixin private final One one = new One();

  @Option(names = "--limit", defaultValue = "50", description = "How many; default: 50.")
  private int limit = 50;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    if (limit < 1) throw opened.usage("--limit must be 1 or more");
    return opened.run(
        stores -> {
          Endpoint endpoint = one.of(opened, stores);
          for (AttemptLog.Line each : stores.attempts().page(endpoint.id(), Long.MAX_VALUE, limit))
            opened.print(json ? Json.text(WebhookJson.line(each)) : line(each));
          return Exit.ALL_WELL.code();
        });
  }

  private static String line(AttemptLog.Line line) {
    Object answer = line.status() == null ? line.fault() : line.status();
    return "%s  %s  %s  %d ms"
        .formatted(line.at(), line.id().isEmpty() ? "test" : line.id(), answer, line.ms());
  }
}
