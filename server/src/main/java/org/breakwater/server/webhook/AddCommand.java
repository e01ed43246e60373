package org.breakwater.server.webhook;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.breakwater.server.Exit;
import org.breakwater.server.Faults;
import org.breakwater.server.Json;
import org.breakwater.server.Problem;
import org.breakwater.store.webhook.Endpoint;
import org.breakwater.store.webhook.Endpoints;
import org.breakwater.store.webhook.Format;
import org.breakwater.store.webhook.Scheme;
import org.breakwater.store.webhook.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bw webhooks add}. */
@Command(
    name = "add",
    headerHeading =
        """
        Examples:
          bw webhooks add https://example.org/hooks
          bw webhooks add https://example.org/hooks --scheme ed25519 --description "the app"
          bw webhooks add https://example.org/events --format cloudevents

        """,
    description = "Add an endpoint; its secret, or public key, is printed this once.",
    footer = {"", "Exit: 0 all well, 2 usage, 3 environment."},
    mixinStandardHelpOptions = true)
final class AddCommand implements Callable<Integer> {
  @Mixin private final Opened opened = new Opened();

  @Parameters(paramLabel = "URL", description = "Where messages go; `https`.")
  private String url = "";

  @Option(
      names = "--scheme",
      split = ",",
      defaultValue = "hmac",
      description = "hmac, ed25519 or both; default: hmac.")
  private Set<Scheme> schemes = EnumSet.of(Scheme.HMAC);

  @Option(
      names = "--format",
      defaultValue = "standard",
      description = "standard or cloudevents; default: standard.")
  private Format format = Format.STANDARD;

  @Option(names = "--description", defaultValue = "", description = "By which people know it.")
  private String description = "";

  @Option(
      names = "--webhook-allow-private",
      description = "Take an address of this machine or its network too; the server needs it too.")
  private boolean allowsPrivate;

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    var reading = new Wanted(allowsPrivate, new Faults());
    Endpoints.New asked = reading.endpoint(new Endpoints.New(url, description, schemes, format));
    for (Problem problem : reading.refusal().stream().toList())
      throw opened.usage(problem.member() + " " + problem.reason());
    return opened.run(
        stores -> {
          Endpoints.Made made = stores.endpoints().add(Opened.BY, asked);
          print(opened, made.endpoint(), made.keys(), json);
          return Exit.ALL_WELL.code();
        });
  }

  static void print(Opened opened, Endpoint endpoint, List<SigningKey> keys, boolean json) {
    if (json) {
      opened.print(Json.text(WebhookJson.made(endpoint, keys)));
      return;
    }
    opened.print("endpoint  " + endpoint.id());
    for (SigningKey key : keys)
      opened.print("%-9s %s  (shown this once)".formatted(key.scheme().word(), key.shown()));
  }
}
