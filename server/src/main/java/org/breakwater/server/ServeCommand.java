package org.breakwater.server;

import io.quarkus.runtime.Quarkus;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.breakwater.server.access.PublicAddress;
import org.breakwater.server.access.Scope;
import org.breakwater.server.enforcement.Limits;
import org.breakwater.server.policy.PackFiles;
import org.breakwater.server.sample.Sampler;
import org.breakwater.store.database.StoreFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bw serve}: decisions over HTTP, in a log that survives. */
@Command(
    name = "serve",
    headerHeading =
        """
        Examples:
          bw serve
          bw serve --policy 2022-12 --port 9000 --data /var/lib/breakwater
          bw serve --database postgresql://breakwater:secret@db.example.org/breakwater

        """,
    description = "Serve decisions over HTTP, each in a log on disk before it is answered.",
    footer =
        """

        Exit: 0 ended by a signal, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final int DELAY_MINUTES_MAX = 24 * 60;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:BREAKWATER_DATA:-data}",
      description = "Folder of database, keys and checkpoint; default: data.")
  private Path data = Path.of("data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      defaultValue = "${env:BREAKWATER_DATABASE:-}",
      description = "A PostgreSQL to use instead of the embedded one.")
  private String database = "";

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on; there is no TLS, so put a reverse proxy before others.")
  private String host = "127.0.0.1";

  @Option(names = "--port", defaultValue = "8080", description = "Port; 0 for a free one.")
  private int port = 8080;

  @Option(
      names = "--pack",
      paramLabel = "PACK",
      defaultValue = "packs/human-exploitation",
      description = "Folder of the policy pack; default: packs/human-exploitation.")
  private String pack = "packs/human-exploitation";

  @Option(
      names = "--overlay",
      paramLabel = "DIR",
      defaultValue = "${env:BREAKWATER_OVERLAY:-}",
      description = "Folder of your own phrases, help, thresholds and evidence beside the pack.")
  private String overlay = "";

  @Option(
      names = "--policy",
      paramLabel = "VERSION",
      defaultValue = "${env:BREAKWATER_POLICY:-}",
      description = "The version in force from the first start on; later ones are published.")
  private String policy = "";

  @Option(
      names = "--new-key",
      paramLabel = "SCOPES",
      split = ",",
      description = "Also make and print an API key with these scopes: ${COMPLETION-CANDIDATES}.")
  private Set<Scope> newKey = EnumSet.noneOf(Scope.class);

  @Option(
      names = "--rehearse",
      hidden = true,
      description = "Start, then end at once: `bw` makes the cache of loaded classes so.")
  private boolean rehearse;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Requests a second that one machine's key may send; default: 20000.")
  private int rate = 20_000;

  @Option(
      names = "--removals-a-day",
      paramLabel = "N",
      defaultValue = "500",
      description = "Removals a day that a machine may make by one clause; default: 500.")
  private int removalsADay = 500;

  @Option(
      names = "--removal-delay",
      paramLabel = "MINUTES",
      defaultValue = "0",
      description = "Tell the platform of a removal after a random time up to this; default: 0.")
  private int removalDelay;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "${env:BREAKWATER_SAMPLE:-1000}",
      description = {
        "Keep 1 in N posts for 30 days (of likelier ones more), without author or id and with",
        "contacts blotted out, to estimate what is missed; 100 to 100000, default 1000, 0 for none."
      })
  private int sample = 1_000;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      defaultValue = "${env:BREAKWATER_ORIGIN:-}",
      description = "The server as browsers see it, such as https://trust.example.org.")
  private String origin = "";

  @Option(
      names = "--webhook-allow-private",
      description = "Let webhooks go to this machine and its network; for tests and demos.")
  private boolean webhookAllowPrivate;

  @Mixin private final ProviderOptions provider = new ProviderOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (rate < 1) throw usage("--rate must be 1 or more");
    if (removalsADay < 1) throw usage("--removals-a-day must be 1 or more");
    if (removalDelay < 0 || removalDelay > DELAY_MINUTES_MAX)
      throw usage("--removal-delay must be 0 to " + DELAY_MINUTES_MAX);
    var limits = new Limits(removalsADay, Duration.ofMinutes(removalDelay));
    boolean fits = sample >= Sampler.ONE_IN_MIN && sample <= Sampler.ONE_IN_MAX;
    if (sample != 0 && !fits)
      throw usage(
          "--sample must be 0, or %d to %d".formatted(Sampler.ONE_IN_MIN, Sampler.ONE_IN_MAX));
    if (!origin.isEmpty() && !PublicAddress.isOrigin(origin))
      throw usage("--origin must be such as https://trust.example.org, without a path");
    provider.hand(origin.startsWith("https:"));
    PackFiles files = PackFiles.find(Path.of(System.getProperty("bw.home", "")), pack, overlay);
    Running running =
        Running.start(
            new Settings(
                data, database, newKey, rate, origin, limits, webhookAllowPrivate, sample),
            new VersionChoice(files, data, policy));
    System.setProperty("quarkus.http.host", host);
    System.setProperty("quarkus.http.port", Integer.toString(port));
    Wiring.handOver(running);
    if (rehearse) Serving.rehearse();
    var failed = new AtomicReference<Throwable>();
    Quarkus.run(Serving.class, (_, fault) -> failed.set(fault));
    Throwable fault = failed.get();
    if (fault == null) return Exit.ALL_WELL.code();
    running.close();
    throw named(Stream.iterate(fault, cause -> cause != null, Throwable::getCause).toList());
  }

  private ParameterException usage(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  /** What kept the server from starting, by the causes of what the framework threw. */
  private RuntimeException named(List<Throwable> causes) {
    for (Throwable cause : causes) {
      if (cause instanceof EnvironmentFault fault) return fault;
      if (cause instanceof StoreFault fault) return fault;
      if (cause instanceof BindException)
        return new EnvironmentFault(
            "cannot listen on %s, port %d; choose another by --host and --port"
                .formatted(host, port));
    }
    return new EnvironmentFault("the server did not start: " + causes.getLast());
  }
}
