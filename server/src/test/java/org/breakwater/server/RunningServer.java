package org.breakwater.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code bw serve} as a process of its own, asked over a real socket. */
final class RunningServer implements AutoCloseable {
  /** Generous, for machines that others use too. */
  private static final Duration START_MAX = Duration.ofMinutes(3);

  /** Which JVM of tests this is; each has folders of its own. */
  static final String FORK = System.getProperty("test.fork", "1");

  private static final Path APP = Path.of("target", "quarkus-app");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path data;
  private final Path out;
  private Process process;
  private String address = "";
  private String key = "";
  private String password = "";
  private @Nullable Described described;

  private RunningServer(Path data, String... arguments) {
    this.data = data;
    this.out = data.resolveSibling(data.getFileName() + ".out");
    this.process = start(arguments);
  }

  private RunningServer(String address, Path data, Process process, String key) {
    this.data = data;
    this.out = data.resolveSibling(data.getFileName() + ".out");
    this.process = process;
    this.address = address;
    this.key = key;
  }

  /**
   * One that something else started.
   *
   * @param process ends it
   */
  static RunningServer at(String address, Path data, Process process, String key) {
    return new RunningServer(address, data, process, key);
  }

  /** A server on a folder that is empty at first. */
  static RunningServer on(String folder, String... arguments) {
    return new RunningServer(emptied(folder), arguments);
  }

  /** A folder for data, without what an earlier run left there. */
  static Path emptied(String folder) {
    Path data = Path.of("target", folder);
    remove(data);
    return data;
  }

  /** A server on a folder as it is. */
  static RunningServer kept(String folder) {
    return new RunningServer(Path.of("target", folder), "--new-key", "decide,read");
  }

  /** A server on a folder that was made ready, beside another on the same database. */
  static RunningServer beside(String folder, String... arguments) {
    return new RunningServer(Path.of("target", folder), arguments);
  }

  /** What anybody sees; not held to the document, which a key opens. */
  HttpResponse<String> open(String path) {
    return sent(HttpRequest.newBuilder(URI.create(address + path)).GET().build());
  }

  /** The same again on the same folder, after it ended or was killed. */
  void startAgain(String... arguments) {
    process = start(arguments);
  }

  Path data() {
    return data;
  }

  String key() {
    return key;
  }

  /** The first administrator's, for one login. */
  String password() {
    return password;
  }

  Process process() {
    return process;
  }

  private Process start(String... arguments) {
    List<String> command = new ArrayList<>(java("serve", "--data", data.toString(), "--port", "0"));
    command.addAll(List.of(arguments));
    if (!command.contains("--pack")) command.addAll(List.of("--pack", "packs/human-exploitation"));
    try {
      var builder =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(data.resolveSibling(data.getFileName() + ".err").toFile());
      builder.environment().put("BREAKWATER_OIDC_SECRET", "known to us and to the provider");
      Process started = builder.start();
      long end = System.nanoTime() + START_MAX.toNanos();
      while (!said(started, "try ")) {
        if (System.nanoTime() > end) {
          started.destroy();
          throw new AssertionError("did not start: " + printed());
        }
        pause(50);
      }
      address = found("address  (\\S+)", address);
      key = found("API key  (\\S+)", key);
      password = found("login    admin (\\S+)", password);
      return started;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private boolean said(Process started, String words) throws IOException {
    if (!started.isAlive()) throw new AssertionError("ended: " + printed());
    return Files.readString(out).contains(words);
  }

  private String found(String pattern, String otherwise) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(out));
    return matcher.find() ? matcher.group(1) : otherwise;
  }

  private String printed() throws IOException {
    return Files.readString(out)
        + Files.readString(data.resolveSibling(data.getFileName() + ".err"));
  }

  /** Where it answers. */
  String address() {
    return address;
  }

  /** A verb of this module as a process, with what it printed and its exit code. */
  static Ran run(String... arguments) {
    try {
      Process process = new ProcessBuilder(java(arguments)).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ran(process.waitFor(), printed);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  record Ran(int exit, String printed) {}

  /** The command of a verb of this module. */
  static List<String> java(String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(
            List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Made by the first that ends in order; the others start in half the time.
                "-XX:+AutoCreateSharedArchive",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-Xlog:aot=off",
                "-XX:SharedArchiveFile=target/classes-" + FORK + ".jsa",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dbw.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                classPath(),
                "org.breakwater.server.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** As {@code bw} composes it: classes that Quarkus changed stand before what they came from. */
  private static String classPath() {
    return Stream.of("quarkus", "app", "lib/boot", "lib/main")
        .flatMap(folder -> Stream.of(APP.resolve(folder).toFile().listFiles()))
        .map(File::getPath)
        .filter(path -> path.endsWith(".jar"))
        .sorted(Comparator.comparing(path -> !path.contains("transformed")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What the database's owner reads. */
  List<String> column(String sql) {
    try {
      List<String> pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
      String secret = Files.readString(data.resolve("keys/postgres.password"));
      String url = "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(pid.get(3).strip());
      List<String> values = new ArrayList<>();
      try (Connection connection = DriverManager.getConnection(url, "breakwater", secret);
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) values.add(rows.getString(1));
      }
      return values;
    } catch (IOException | SQLException e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
    return send(request.build());
  }

  /** Sends exactly these headers. */
  HttpResponse<String> send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(Duration.ofSeconds(40))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    return send(request.build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(Duration.ofSeconds(40))
        .header("Authorization", "Bearer " + key);
  }

  HttpClient client() {
    return client;
  }

  private HttpResponse<String> send(HttpRequest request) {
    var response = sent(request);
    String fault = described().fault(response);
    if (!fault.isEmpty()) throw new AssertionError(fault);
    return response;
  }

  private HttpResponse<String> sent(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What the server says of itself, to which each of its responses is held. */
  private synchronized Described described() {
    if (described == null)
      described = new Described(sent(request("/q/openapi?format=json").build()).body());
    return described;
  }

  /** Ends it by kill -9, as a machine would that loses power. */
  void kill() {
    process.destroyForcibly();
    waitForEnd();
  }

  /** Ends it by SIGTERM. */
  @Override
  public void close() {
    process.destroy();
    waitForEnd();
  }

  private void waitForEnd() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static void remove(Path folder) {
    if (!Files.exists(folder)) return;
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
