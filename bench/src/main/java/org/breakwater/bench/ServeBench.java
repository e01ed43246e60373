package org.breakwater.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.Durability;
import org.breakwater.store.database.EmbeddedPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bw bench serve}: a whole server under load, with the load generator beside it. */
@Command(
    name = "serve",
    headerHeading =
        """
        Examples:
          bw bench serve
          bw bench serve --json --traffic DIR --seconds 20

        """,
    description = {
      "Starts a server on 127.0.0.1 with a database of its own, loads it, and ends it.",
      "First as fast as it answers, then in an open loop at half of that rate (times count from"
          + " when a request was due), then by batch. Of the events 2 %% are prohibited, 5 %% go to"
          + " review."
    },
    mixinStandardHelpOptions = true)
final class ServeBench implements Callable<Integer> {
  private static final int FIRST = 1_000;
  private static final int POSTS_MAX = 20_000;
  private static final int SLICE_SECONDS = 5;

  /** The share of its CPU time below which the JVM's compilers are settled. */
  private static final double SETTLED = 0.03;

  @Option(names = "--json", description = "Prints one JSON object instead of lines.")
  private boolean json;

  @Option(
      names = "--traffic",
      paramLabel = "DIR",
      description = "Everyday posts, one a line in *.txt; default: the pack's own cases.")
  private String traffic = "";

  @Option(names = "--pack", paramLabel = "DIR", description = "The pack to decide with.")
  private String pack = "";

  @Option(
      names = "--clauses",
      paramLabel = "N",
      description = "Decide with so many, most of them copies; default: the pack's own.")
  private int clauses = 0;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "Each has one request at a time; default ${DEFAULT-VALUE}.")
  private int connections = 128;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "About so long for each part; default ${DEFAULT-VALUE}.")
  private int seconds = 15;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = {
        "Seconds of load before anything is measured, at most; default ${DEFAULT-VALUE}.",
        "It ends sooner when the JVM has compiled what it needs."
      })
  private int warmUpSeconds = 150;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Events a second of the open loop; default: half of what was reached.")
  private int rate = 0;

  private final PrintWriter out;

  ServeBench(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = PackFiles.folder(pack);
    PolicyVersion version = PackFiles.version(folder);
    Posts cases = Posts.ofCases(folder, POSTS_MAX);
    Posts everyday = traffic.isEmpty() ? cases : Posts.ofTraffic(Path.of(traffic), POSTS_MAX);
    Mix mix = Mix.of(cases, everyday, version, 1);
    Path parent = Folders.make();
    try {
      Path rules =
          clauses == 0 ? folder : ManyClauses.write(folder, clauses, parent.resolve("pack"));
      Map<String, Object> figures = measure(parent.resolve("data"), rules, mix);
      out.println(json ? text(figures) : lines(figures));
      out.flush();
      return 0;
    } finally {
      Folders.remove(parent);
    }
  }

  private Map<String, Object> measure(Path data, Path folder, Mix mix) throws IOException {
    Map<String, Object> figures = new LinkedHashMap<>();
    var server =
        new ServerProcess(data, List.of("--pack", folder.toAbsolutePath().normalize().toString()));
    try {
      figures.put("start_cold_ms", server.startTime().toMillis());
      server.close();
      server.startAgain();
      figures.put("start_ms", server.startTime().toMillis());
      figures.put("rss_idle_mb", rounded(MemoryUse.mib(server)));
      single(figures, server, mix);
      figures.put("batch_events_per_second", Math.round(batch(server, mix)));
      figures.put("rss_mb", rounded(MemoryUse.mib(server)));
      String url = EmbeddedPostgres.running(data).orElseThrow();
      try (var database = Database.open(url)) {
        figures.putAll(Durability.of(database).settings());
      }
      return figures;
    } finally {
      server.close();
    }
  }

  private void single(Map<String, Object> figures, ServerProcess server, Mix mix) {
    try (var load = new Load(server.address(), server.key(), connections)) {
      double warm = warmUp(figures, server, mix, load);
      List<byte[]> bodies = mix.next((int) (warm * seconds));
      CpuUse before = CpuUse.now(server);
      Load.Result full = load.closed(bodies);
      figures.putAll(CpuUse.now(server).since(before, bodies.size()));
      double half = rate > 0 ? rate : full.perSecond() / 2;
      Load.Result open = load.open(mix.next((int) (half * seconds)), half);
      figures.put("events_per_second", Math.round(full.perSecond()));
      figures.put("p50_ms_full_load", rounded(full.ms(50)));
      figures.put("p99_ms_full_load", rounded(full.ms(99)));
      figures.put("half_load_per_second", Math.round(half));
      figures.put("reached_at_half_load", Math.round(open.perSecond()));
      figures.put("p50_ms_half_load", rounded(open.ms(50)));
      figures.put("p99_ms_half_load", rounded(open.ms(99)));
      figures.put("max_ms_half_load", rounded(open.ms(100)));
      figures.put("refused", full.refused() + open.refused());
      figures.put("connections", connections);
      if (clauses > 0) figures.put("clauses", clauses);
      figures.put("load_average", loadAverage());
    }
  }

  /** Loads it until its compilers are all but idle; events a second at the end. */
  private double warmUp(Map<String, Object> figures, ServerProcess server, Mix mix, Load load) {
    long begin = System.nanoTime();
    long max = TimeUnit.SECONDS.toNanos(warmUpSeconds);
    double rate = load.closed(mix.next(FIRST)).perSecond();
    double share = 1;
    while (share > SETTLED && System.nanoTime() - begin < max) {
      CpuUse before = CpuUse.now(server);
      rate = load.closed(mix.next((int) (rate * SLICE_SECONDS))).perSecond();
      share = CpuUse.now(server).compilersShare(before);
    }
    figures.put("warm_up_seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    return rate;
  }

  /** Of the last minute; above the number of cores others take time from us, or we from us. */
  private static double loadAverage() {
    return rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private double batch(ServerProcess server, Mix mix) throws IOException {
    batch(server, Mix.lines(mix.next(FIRST)));
    int count = 2 * FIRST * seconds;
    byte[] lines = Mix.lines(mix.next(count));
    long begin = System.nanoTime();
    long answered = batch(server, lines);
    if (answered != count)
      throw new EnvironmentFault("of %d lines %d were answered".formatted(count, answered));
    return count / ((System.nanoTime() - begin) / 1e9);
  }

  private static long batch(ServerProcess server, byte[] lines) throws IOException {
    var request =
        HttpRequest.newBuilder(server.address().resolve("/v1/decisions:batch"))
            .header("Authorization", "Bearer " + server.key())
            .POST(BodyPublishers.ofByteArrays(chunks(lines)))
            .build();
    try (var client = HttpClient.newHttpClient();
        InputStream answers = client.send(request, BodyHandlers.ofInputStream()).body()) {
      return new String(answers.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.contains("\"decision\":"))
          .count();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFault("interrupted");
    }
  }

  private static List<byte[]> chunks(byte[] lines) {
    int size = 16 << 10;
    return IntStream.range(0, (lines.length + size - 1) / size)
        .mapToObj(i -> Arrays.copyOfRange(lines, i * size, Math.min(lines.length, (i + 1) * size)))
        .toList();
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static String lines(Map<String, Object> figures) {
    var lines = new StringBuilder();
    figures.forEach((name, value) -> lines.append("%-28s %s%n".formatted(name, value)));
    return lines.toString().stripTrailing();
  }

  private static String text(Map<String, Object> figures) {
    try {
      return new JsonMapper().writeValueAsString(figures);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures cannot be written", e);
    }
  }
}
