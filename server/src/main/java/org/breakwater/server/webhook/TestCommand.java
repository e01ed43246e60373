package org.breakwater.server.webhook;

import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import org.breakwater.server.Exit;
import org.breakwater.store.time.Time;
import org.breakwater.store.webhook.Attempted;
import org.breakwater.store.webhook.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw webhooks test}. */
@Command(
    name = "test",
    description =
        "Send a message that orders nothing to an endpoint, from here, and say its answer.",
    footer = {"", "Exit: 0 it arrived, 2 usage, 3 environment, 4 it did not."},
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
  @Mixin private final Opened opened = new Opened();
  @Mixin private final One one = new One();

  @Option(
      names = "--webhook-allow-private",
      description = "Also to this machine or its network; for tests and demos.")
  private boolean allowsPrivate;

  @Override
  public Integer call() {
    return opened.run(stores -> test(stores, one.of(opened, stores)));
  }

  private int test(Opened.Stores stores, Endpoint endpoint) {
    Vertx vertx = Vertx.vertx();
    try (var sender = new Sender(vertx, new AddressGate(allowsPrivate), Time.MACHINE)) {
      var trial = new Trial(stores.endpoints(), stores.messages(), sender, Time.MACHINE);
      Attempted attempted = trial.of(Opened.BY, endpoint);
      opened.print("%s in %d ms".formatted(attempted.result().text(), attempted.ms()));
      return (attempted.arrived() ? Exit.ALL_WELL : Exit.CHECK_SAYS_NO).code();
    } finally {
      var _ = vertx.close();
    }
  }
}
