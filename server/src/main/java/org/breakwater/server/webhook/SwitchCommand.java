package org.breakwater.server.webhook;

import java.util.concurrent.Callable;
import org.breakwater.server.Exit;
import org.breakwater.store.webhook.Endpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The verbs that open and close an endpoint. */
@Command(
    footer = {"", "Exit: 0 all well, 2 usage, 3 environment."},
    mixinStandardHelpOptions = true)
abstract sealed class SwitchCommand implements Callable<Integer> {
  @Mixin private final Opened opened = new Opened();
  @Mixin private final One one = new One();

  abstract void change(Opened.Stores stores, Endpoint endpoint);

  /** What it is afterwards. */
  abstract String word();

  @Override
  public Integer call() {
    return opened.run(
        stores -> {
          Endpoint endpoint = one.of(opened, stores);
          change(stores, endpoint);
          opened.print(endpoint.id() + "  " + word());
          return Exit.ALL_WELL.code();
        });
  }

  /** {@code bw webhooks disable}. */
  @Command(
      name = "disable",
      description = "Send nothing there any more; what waits becomes dead letters.")
  static final class Disable extends SwitchCommand {
    @Override
    void change(Opened.Stores stores, Endpoint endpoint) {
      stores.endpoints().change(Opened.BY, endpoint.disabled("by the operator"));
    }

    @Override
    String word() {
      return "disabled";
    }
  }

  /** {@code bw webhooks enable}. */
  @Command(name = "enable", description = "Send there again; dead letters wait to be replayed.")
  static final class Enable extends SwitchCommand {
    @Override
    void change(Opened.Stores stores, Endpoint endpoint) {
      stores.endpoints().change(Opened.BY, endpoint.enabled());
    }

    @Override
    String word() {
      return "active";
    }
  }

  /** {@code bw webhooks remove}. */
  @Command(name = "remove", description = "Forget an endpoint and its secrets.")
  static final class Remove extends SwitchCommand {
    @Override
    void change(Opened.Stores stores, Endpoint endpoint) {
      stores.endpoints().remove(Opened.BY, endpoint.id());
    }

    @Override
    String word() {
      return "removed";
    }
  }
}
