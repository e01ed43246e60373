package org.breakwater.server.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.breakwater.server.EnvironmentFault;
import org.breakwater.store.time.Time;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bw demo}: a server with a platform around it, a year of both, and five people's ways. */
@Command(
    name = "demo",
    headerHeading =
        """
        Examples:
          bw demo
          bw demo --days 30 --seed 7 --stay
          bw demo --days 14 --live --port 8080

        """,
    description = {
      "Start a server on a fresh folder and a simulated platform around it: people post, ask,",
      "search, advertise, review and appeal over HTTP, and webhooks say what becomes of it. A year",
      "goes by in minutes: the server's clock is moved, which only a demo's can be."
    },
    footer =
        """

        Exit: 0 all well, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final int YEAR = 364;

  /** How long after one another people do things once time is everybody's again. */
  private static final Duration BETWEEN = Duration.ofSeconds(3);

  private static final Pattern PLACE = Pattern.compile("(?m)^- id: (\\S+)");

  @Option(
      names = "--days",
      defaultValue = "" + YEAR,
      description = "Simulated days; default: ${DEFAULT-VALUE}, 52 weeks.")
  private int days = YEAR;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Who says what; the same seed, the same posts. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "",
      description = "An empty folder that stays; default: one that goes with the demo.")
  private String data = "";

  @Option(names = "--port", defaultValue = "0", description = "The server's; default: a free one.")
  private String port = "0";

  @Option(names = "--stay", description = "Keep the server running afterwards, until a signal.")
  private boolean stay;

  @Option(
      names = "--live",
      description = "Live until today, keep the server running, and go on living, until a signal.")
  private boolean lives;

  /**
   * {@code bw serve --demo}: the same, then goes on living as time goes by, until a signal.
   *
   * @param data an empty folder; empty for one that goes with the demo
   */
  public static int live(String data, String port) {
    var command = new DemoCommand();
    command.data = data;
    command.port = port;
    command.lives = true;
    return command.call();
  }

  @Override
  public Integer call() {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    LocalDate today = Time.MACHINE.today();
    // Mondays are Mondays, and the last day is over: time is never ahead of everybody else's.
    LocalDate first =
        today.minusDays(days).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    if (lives) days = (int) ChronoUnit.DAYS.between(first, today);
    var course = new Course(days);
    try (var server = DemoServer.started(folder(), data, port, first)) {
      var api = new Api(server.address());
      Office office = Office.opened(api, server.password(), Desk.PEOPLE);
      var platform = new Platform();
      try (var reception = Reception.opened(platform)) {
        reception.trust(endpoint(api, office, reception));
        var tally = new Tally();
        var desk = new Desk(api, office, platform, tally, seed, server.key());
        var society =
            new Society(Sayings.of(home().resolve("packs/human-exploitation")), course, seed);
        var now = new AtomicReference<>(first.atStartOfDay().toInstant(ZoneOffset.UTC));
        var policies = new Policies(api, office, places(), now::get);
        var demo =
            new Demo(
                api,
                server.key(),
                new Demo.Cast(platform, tally, society, desk, policies),
                new Demo.Calendar(
                    course,
                    first,
                    moment -> {
                      server.stepTo(moment);
                      now.set(moment);
                    }));
        var report = new Report(tally, platform, out);
        policies.verify();
        new Tour(demo, api, office, platform, server.key(), out).follow();
        report.begin();
        for (int day = 0; day < days; day++) {
          demo.day(day);
          report.until(day + 1);
        }
        report.end(days);
        report.languages();
        if (stay || lives) stay(server, demo, office, out);
      }
    }
    return 0;
  }

  private void stay(DemoServer server, Demo demo, Office office, PrintStream out) {
    out.printf("%nlogin    %-5s %-20s password and key%n", "name", "role");
    office.logins().forEach(login -> out.printf("login    %s%n", login));
    out.printf("data     %s%n", server.data());
    out.printf("address  %s%n", server.address());
    out.printf("stays    until a signal comes%n");
    try {
      if (lives) demo.liveOn(days, BETWEEN);
      server.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String endpoint(Api api, Office office, Reception reception) {
    return api.post(
            "/v1/webhooks/endpoints",
            office.key("admin"),
            Map.of("url", reception.url(), "description", "the simulated platform"))
        .path("secrets")
        .path(0)
        .path("secret")
        .asText();
  }

  static Path home() {
    return Path.of(System.getProperty("bw.home", "")).toAbsolutePath();
  }

  /** Ids of the invented places to get help. */
  private static List<String> places() {
    List<String> ids = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home().resolve("examples/help"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList())
        PLACE.matcher(Files.readString(file)).results().forEach(each -> ids.add(each.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the invented places to get help", e);
    }
    return ids;
  }

  private static Path folder() {
    try {
      // PostgreSQL has to get into it, and runs as somebody else where this runs as root.
      return Files.createTempDirectory(
          "breakwater-demo",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    } catch (IOException e) {
      throw new EnvironmentFault("cannot make a folder for the demo: " + e.getMessage());
    }
  }
}
