package org.breakwater.adapter;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breakwater.adapter.discourse.Discourse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw adapter discourse}. */
@Command(
    name = "discourse",
    description = "Run a bridge to Discourse.",
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
final class DiscourseCommand implements Callable<Integer> {
  private final Map<String, String> variables;
  private final Run run;

  @Mixin private final BridgeOptions options = new BridgeOptions();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "The moderator in whose name the key acts; needed.")
  private String user = "";

  DiscourseCommand(Map<String, String> variables, PrintWriter out, PrintWriter err) {
    this.variables = Map.copyOf(variables);
    this.run = new Run(out, err);
  }

  @Override
  public Integer call() {
    List<String> faults = new ArrayList<>();
    if (!user.matches("[\\w.-]{1,60}")) faults.add("--user: must name a moderator of the forum");
    return run.of(
        options.read(variables, "discourse", faults),
        options.isCheck(),
        settings -> new Discourse(settings.platform(), settings.secrets().platformKey(), user));
  }
}
