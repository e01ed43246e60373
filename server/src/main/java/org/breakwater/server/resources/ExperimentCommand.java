package org.breakwater.server.resources;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breakwater.server.EnvironmentFault;
import org.breakwater.server.Exit;
import org.breakwater.server.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bw resources experiment}: trials of help, registered before they begin. */
@Command(
    name = "experiment",
    headerHeading =
        """
        Examples:
          bw resources experiment list
          bw resources experiment show asking-1
          export BREAKWATER_KEY=…   # made at /keys by a policy manager
          bw resources experiment register trial.json
          bw resources experiment stop asking-1 --reason "a partner asked us to"

        """,
    description = {
      "See, register and end trials in which chance decides who is shown help.",
      "A registration is one JSON object: id, topic, metric, heldPerMille, perArm, until, seed,"
          + " hypothesis."
    },
    footer =
        """

        Exit: 0 all well, 1 refused, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ExperimentCommand {
  private static final String ROUTE = "/v1/experiments";

  private ExperimentCommand() {}

  static CommandLine line() {
    return new CommandLine(new ExperimentCommand())
        .addSubcommand(new ListTrials())
        .addSubcommand(new ShowTrial())
        .addSubcommand(new RegisterTrial())
        .addSubcommand(new StopTrial());
  }

  /** A trial's own route. */
  private static String route(String id) {
    return ROUTE + "/" + ServerOptions.escaped(id);
  }

  @Command(
      name = "list",
      description = "List all trials, oldest first.",
      mixinStandardHelpOptions = true)
  private static final class ListTrials implements Callable<Integer> {
    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin private final ServerOptions server = new ServerOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      HttpResponse<String> answer = server.read(ROUTE);
      if (answer.statusCode() != 200) return Answered.print(answer, spec.commandLine());
      PrintWriter out = spec.commandLine().getOut();
      JsonNode trials = Json.tree(answer.body()).path("experiments");
      for (JsonNode each : trials) out.println(json ? Json.text(each) : line(each));
      if (!json) out.printf("%d registered%n", trials.size());
      out.flush();
      return Exit.ALL_WELL.code();
    }

    private static String line(JsonNode trial) {
      JsonNode registered = trial.path("registered");
      return "%-10s  %s to %s  %-8s  %-8s  %s"
          .formatted(
              trial.path("state").asText(),
              registered.path("from").asText(),
              registered.path("until").asText(),
              registered.path("topic").asText(),
              registered.path("metric").asText(),
              registered.path("id").asText());
    }
  }

  @Command(
      name = "show",
      description = "Show what was registered, and what came of it once it is over.",
      mixinStandardHelpOptions = true)
  private static final class ShowTrial implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The trial, as `list` names it.")
    private String id = "";

    @Mixin private final ServerOptions server = new ServerOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      return Answered.print(server.read(route(id)), spec.commandLine());
    }
  }

  @Command(
      name = "register",
      description = "Register a trial, which begins tomorrow; it is in the log at once.",
      mixinStandardHelpOptions = true)
  private static final class RegisterTrial implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The registration, one JSON object.")
    private Path file = Path.of("");

    @Mixin private final ServerOptions server = new ServerOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      return Answered.print(server.enter(ROUTE, registration()), spec.commandLine());
    }

    private String registration() {
      try {
        return Files.readString(file, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new EnvironmentFault("`%s` cannot be read".formatted(file));
      }
    }
  }

  @Command(
      name = "stop",
      description = "End a trial from now on. It has no result then: its end was chosen.",
      mixinStandardHelpOptions = true)
  private static final class StopTrial implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The trial, as `list` names it.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
    private String reason = "";

    @Mixin private final ServerOptions server = new ServerOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      return Answered.print(
          server.enter(route(id) + "/stops", Json.text(Map.of("reason", reason))),
          spec.commandLine());
    }
  }
}
