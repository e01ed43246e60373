package org.breakwater.server;

import io.quarkus.runtime.Quarkus;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.breakwater.server.access.Scope;
import org.breakwater.server.demo.DemoCommand;
import org.breakwater.server.demo.DemoFolder;
import org.breakwater.server.demo.SteppedTime;
import org.breakwater.server.policy.PackFiles;
import org.breakwater.server.settings.Configuration;
import org.breakwater.server.settings.Flags;
import org.breakwater.server.settings.ListenSettings;
import org.breakwater.server.settings.Settings;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.time.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bw serve}: decisions over HTTP, in a log that survives. */
@Command(
    name = "serve",
    headerHeading =
        """
        Examples:
          bw serve
          bw serve --policy 2022-12 --port 9000 --data /var/lib/breakwater
          bw serve --config /etc/breakwater.yaml --print-config
          BREAKWATER_DATABASE_PASSWORD=… bw serve \\
            --database postgresql://breakwater@db.example.org/breakwater

        """,
    description = {
      "Serve decisions over HTTP, each in a log on disk before it is answered.",
      "Every setting has a key in a file and a variable too: examples/breakwater.yaml."
    },
    footer =
        """

        Exit: 0 ended by a signal, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Read settings from this file; default: breakwater.yaml in the data folder.")
  private @Nullable Path config;

  @Option(
      names = "--print-config",
      description = "Print every setting in force and where it comes from, without secrets; end.")
  private boolean printConfig;

  @Option(
      names = "--new-key",
      paramLabel = "SCOPES",
      split = ",",
      description = "Also make and print an API key with these scopes: ${COMPLETION-CANDIDATES}.")
  private Set<Scope> newKey = EnumSet.noneOf(Scope.class);

  @Option(
      names = "--demo",
      description = {
        "Live through a simulated year first, then serve it, with people who go on in it; only",
        "--data, an empty folder, and --port may stand beside it."
      })
  private boolean demo;

  @Option(
      names = "--demo-clock",
      hidden = true,
      paramLabel = "INSTANT",
      description = "Begin then, and go on to each instant that a line of standard input names.")
  private @Nullable Instant demoClock;

  @Option(
      names = "--rehearse",
      hidden = true,
      description = "Start, then end at once: `bw` makes the cache of loaded classes so.")
  private boolean rehearse;

  private static final Set<String> BESIDE_DEMO = Set.of("--data", "--port");

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The verb, with the settings that are flags too. */
  static CommandLine line() {
    var line = new CommandLine(new ServeCommand());
    Flags.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  public Integer call() {
    return demo ? live(Flags.given(spec)) : read();
  }

  private int live(Map<String, String> given) {
    if (config != null || printConfig || !newKey.isEmpty() || demoClock != null)
      throw new UsageFault("`--demo` makes its own settings and keys; give it --data and --port");
    for (String flag : given.keySet())
      if (!BESIDE_DEMO.contains(flag))
        throw new UsageFault("`--demo` chooses `%s` itself; leave it out".formatted(flag));
    return DemoCommand.live(given.getOrDefault("--data", ""), given.getOrDefault("--port", "8080"));
  }

  private int read() {
    return switch (Configuration.read(
        Optional.ofNullable(config), System.getenv(), Flags.given(spec))) {
      case Configuration.Read.Rejected(var faults) -> refused(faults);
      case Configuration.Read.Accepted(var accepted) -> {
        if (!printConfig) yield serve(accepted.settings());
        spec.commandLine().getOut().print(accepted.text());
        spec.commandLine().getOut().flush();
        yield Exit.ALL_WELL.code();
      }
    };
  }

  private int refused(List<String> faults) {
    var err = spec.commandLine().getErr();
    faults.forEach(fault -> err.println("bw: " + fault));
    return Exit.USAGE.code();
  }

  private int serve(Settings settings) {
    Framework.hand(settings);
    var policy = settings.policy();
    PackFiles files =
        PackFiles.find(Path.of(System.getProperty("bw.home", "")), policy.pack(), policy.overlay());
    var choice = new VersionChoice(files, settings.database().folder(), policy.version());
    Running running = Running.start(settings, newKey, choice, time(settings));
    Wiring.handOver(running);
    if (rehearse) Serving.rehearse();
    var failed = new AtomicReference<Throwable>();
    Quarkus.run(Serving.class, (_, fault) -> failed.set(fault));
    Throwable fault = failed.get();
    if (fault == null) return Exit.ALL_WELL.code();
    running.close();
    throw named(
        Stream.iterate(fault, cause -> cause != null, Throwable::getCause).toList(),
        settings.listen());
  }

  /** The machine's; where somebody simulates a year, theirs. */
  private Time time(Settings settings) {
    if (demoClock == null) return Time.MACHINE;
    DemoFolder.mustBeFresh(settings);
    SteppedTime time = SteppedTime.from(demoClock);
    // Whoever moves the clock is gone, and with them everybody who lives by it.
    time.follow(System.in, System.out, Quarkus::asyncExit);
    return time;
  }

  /** What kept the server from starting, by the causes of what the framework threw. */
  private static RuntimeException named(List<Throwable> causes, ListenSettings listen) {
    for (Throwable cause : causes) {
      if (cause instanceof EnvironmentFault fault) return fault;
      if (cause instanceof StoreFault fault) return fault;
      if (cause instanceof BindException)
        return new EnvironmentFault(
            "cannot listen on %s, port %d; choose another by --host and --port"
                .formatted(listen.host(), listen.port()));
    }
    return new EnvironmentFault("the server did not start: " + causes.getLast());
  }
}
