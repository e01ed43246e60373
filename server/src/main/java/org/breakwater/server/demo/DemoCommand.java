package org.breakwater.server.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.breakwater.server.EnvironmentFault;
import org.breakwater.server.demo.Platform.Post;
import org.breakwater.server.demo.Platform.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bw demo}: a server with a platform around it, followed from a post to its appeal. */
@Command(
    name = "demo",
    headerHeading =
        """
        Examples:
          bw demo
          bw demo --days 30 --seed 7 --stay

        """,
    description = {
      "Start a server on a fresh folder and a simulated platform around it: people post, ask,",
      "search, advertise, review and appeal over HTTP, and webhooks say what becomes of it."
    },
    footer =
        """

        Exit: 0 all well, 3 environment.""",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Option(names = "--days", defaultValue = "5", description = "Simulated days; default: 5.")
  private int days = 5;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Who says what; the same seed, the same posts. Default: 1.")
  private long seed = 1;

  @Option(names = "--stay", description = "Keep the server running afterwards, until a signal.")
  private boolean stay;

  @Override
  public Integer call() {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (var server = DemoServer.started(folder())) {
      var api = new Api(server.address());
      Office office = Office.opened(api, server.password(), Desk.PEOPLE);
      var platform = new Platform();
      try (var reception = Reception.opened(platform)) {
        reception.trust(endpoint(api, office, reception));
        var tally = new Tally();
        var desk = new Desk(api, office, tally, seed, server.key());
        var society = new Society(Sayings.of(home().resolve("packs/human-exploitation")), seed);
        var demo = new Demo(api, server.key(), platform, tally, society, desk);
        for (int day = 0; day < days; day++) demo.day();
        print(out, platform, tally);
        new Tour(demo, api, office, platform, server.key(), out).follow();
        if (stay) server.stay(out);
      }
    }
    return 0;
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

  private static void print(PrintStream out, Platform platform, Tally tally) {
    Map<String, int[]> rows = new TreeMap<>();
    for (Post post : platform.posts().values()) {
      int[] row = rows.computeIfAbsent(post.said().truth(), _ -> new int[6]);
      row[0]++;
      if (post.shown() == Shown.VISIBLE) row[1]++;
      if (post.shown() == Shown.HIDDEN) row[2]++;
      if (post.shown() == Shown.WAITING) row[3]++;
      if (post.shown() == Shown.REFUSED) row[4]++;
      if (post.helped()) row[5]++;
    }
    String line = "%-28s %6s %8s %7s %8s %8s %7s%n";
    out.printf(line, "what it is", "posts", "visible", "hidden", "waiting", "refused", "helped");
    rows.forEach(
        (truth, row) -> out.printf(line, truth, row[0], row[1], row[2], row[3], row[4], row[5]));
    out.println();
    tally.counts().forEach((what, count) -> out.printf("%-28s %6d%n", what, count));
    out.printf("%-28s %6d%n", "webhooks taken", platform.messages());
  }
}
