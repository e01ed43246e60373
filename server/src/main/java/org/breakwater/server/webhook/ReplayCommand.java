package org.breakwater.server.webhook;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.breakwater.server.Exit;
import org.breakwater.server.Json;
import org.breakwater.store.webhook.DeadLetters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bw webhooks replay}. */
@Command(
    name = "replay",
    headerHeading =
        """
        Examples:
          bw webhooks replay msg_42
          bw webhooks replay --from 2026-12-01T00:00:00Z --to 2026-12-02T00:00:00Z

        """,
    description = {
      "Send dead letters on their way again: one, or all that were given up in a range of time.",
      "Those that a later message about the same content has overtaken stay dead."
    },
    footer = {"", "Exit: 0 all well, 2 usage, 3 environment, 4 there was none to replay."},
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Mixin private final Opened opened = new Opened();

  @Parameters(arity = "0..1", paramLabel = "MESSAGE", description = "Its id, such as msg_42.")
  private String message = "";

  @Option(names = "--from", defaultValue = "", paramLabel = "TIME", description = "RFC 3339.")
  private String from = "";

  @Option(
      names = "--to",
      defaultValue = "",
      paramLabel = "TIME",
      description = "RFC 3339; left out itself.")
  private String to = "";

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    boolean isRange = !from.isEmpty() || !to.isEmpty();
    if (isRange && !message.isEmpty()) throw opened.usage("name a message or a range, not both");
    Optional<DeadLetters.Which> which =
        isRange ? DeadLetterRoutes.between(from, to) : DeadLetterRoutes.message(message);
    DeadLetters.Which found =
        which.orElseThrow(
            () -> opened.usage("name a message such as `msg_42`, or --from and --to in RFC 3339"));
    return opened.run(
        stores -> {
          DeadLetters.Replayed replayed = stores.letters().replay(Opened.BY, found);
          opened.print(
              json
                  ? Json.text(WebhookJson.replayed(replayed))
                  : "%d replayed, %d overtaken, %d at an endpoint that is not active"
                      .formatted(replayed.replayed(), replayed.overtaken(), replayed.closed()));
          return (replayed.replayed() > 0 ? Exit.ALL_WELL : Exit.CHECK_SAYS_NO).code();
        });
  }
}
