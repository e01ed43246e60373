package org.breakwater.adapter;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breakwater.adapter.mastodon.Mastodon;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bw adapter mastodon}. */
@Command(
    name = "mastodon",
    description = "Run a bridge to Mastodon.",
    footer = {
      "",
      "Secrets, each a variable, or a file that the variable with _FILE names:",
      "ADAPTER_BREAKWATER_KEY, ADAPTER_BREAKWATER_SECRET,",
      "ADAPTER_PLATFORM_KEY, ADAPTER_PLATFORM_SECRET.",
      "",
      "Exit: 0 ended by a signal, or the check says yes, 2 usage, 3 environment,",
      "4 the check says no."
    },
    mixinStandardHelpOptions = true)
final class MastodonCommand implements Callable<Integer> {
  private final Map<String, String> variables;
  private final Run run;

  @Mixin private final BridgeOptions options = new BridgeOptions();

  MastodonCommand(Map<String, String> variables, PrintWriter out, PrintWriter err) {
    this.variables = Map.copyOf(variables);
    this.run = new Run(out, err);
  }

  @Override
  public Integer call() {
    return run.of(
        options.read(variables, "mastodon", List.of()),
        options.isCheck(),
        settings -> new Mastodon(settings.platform(), settings.secrets().platformKey()));
  }
}
