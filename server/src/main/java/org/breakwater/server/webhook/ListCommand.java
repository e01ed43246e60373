package org.breakwater.server.webhook;

import java.util.concurrent.Callable;
import org.breakwater.server.Exit;
import org.breakwater.server.Json;
import org.breakwater.store.webhook.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw webhooks list}. */
@Command(
    name = "list",
    description = "List endpoints: id, state, address, description.",
    footer = {"", "Exit: 0 all well, 2 usage, 3 environment."},
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Mixin private final Opened opened = new Opened();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    return opened.run(
        stores -> {
          for (Endpoint each : stores.endpoints().list())
            opened.print(json ? Json.text(WebhookJson.endpoint(each)) : line(each));
          return Exit.ALL_WELL.code();
        });
  }

  private static String line(Endpoint endpoint) {
    String why = endpoint.why().isEmpty() ? "" : " (" + endpoint.why() + ")";
    return "%s  %s%s  %s  %s"
        .formatted(
            endpoint.id(), endpoint.state().word(), why, endpoint.url(), endpoint.description())
        .stripTrailing();
  }
}
