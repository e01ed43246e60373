package org.breakwater.server.webhook;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.breakwater.server.Exit;
import org.breakwater.server.Json;
import org.breakwater.store.webhook.DeadLetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw webhooks dead}. */
@Command(
    name = "dead",
    description = "List what did not arrive, the newest first: message, endpoint, deed, why, time.",
    footer = {"", "Exit: 0 all well, 2 usage, 3 environment."},
    mixinStandardHelpOptions = true)
final class DeadCommand implements Callable<Integer> {
  private static final UUID LAST = new UUID(-1, -1);

  @Mixin private final Opened opened = new Opened();

  @Option(names = "--limit", defaultValue = "50", description = "How many; default: 50.")
  private int limit = 50;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    if (limit < 1) throw opened.usage("--limit must be 1 or more");
    return opened.run(
        stores -> {
          List<DeadLetter> letters = stores.letters().page(Long.MAX_VALUE, LAST, limit);
          for (DeadLetter each : letters)
            opened.print(json ? Json.text(WebhookJson.letter(each)) : line(each));
          return Exit.ALL_WELL.code();
        });
  }

  private static String line(DeadLetter letter) {
    return "%s  %s  %s  %s after %d attempts  %s"
        .formatted(
            letter.id(),
            letter.endpoint(),
            letter.deed(),
            letter.why(),
            letter.attempts(),
            letter.endedAt());
  }
}
