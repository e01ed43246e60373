package org.breakwater.server.webhook;

import java.util.concurrent.Callable;
import org.breakwater.server.Exit;
import org.breakwater.store.webhook.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw webhooks rotate}. */
@Command(
    name = "rotate",
    description = "Make a new secret; the old one signs besides it for 24 hours.",
    footer = {"", "Exit: 0 all well, 2 usage, 3 environment."},
    mixinStandardHelpOptions = true)
final class RotateCommand implements Callable<Integer> {
  @Mixin private final Opened opened = new Opened();
  @Mixin private final One one = new One();

  @Option(names = "--end-old", description = "End the old one now: somebody else may know it.")
  private boolean endsOld;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    return opened.run(
        stores -> {
          Endpoint endpoint = one.of(opened, stores);
          var keys = stores.endpoints().rotate(Opened.BY, endpoint, endsOld);
          AddCommand.print(opened, endpoint, keys, json);
          return Exit.ALL_WELL.code();
        });
  }
}
