package org.breakwater.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever takes the database, the files and the logs learns nothing about who asked. 1,000 authors,
 * of whom every second one asks for a smuggler and the others offer; then everything is dumped.
 */
@Tag("long")
class SubpoenaTest {
  private static final int AUTHORS = 1_000;
  private static final String ASKED = "Does anyone know a coyote from Reynosa, wanted by person ";
  private static final Pattern OURS =
      Pattern.compile("author-\\d{5,}-x|content-\\d{5,}-y|sought[a-z]{3}|wanted by person");
  private static final String OFFERED =
      "trips north every Friday, 6000 a head, inbox +1 202 555 0123 ";

  @Test
  void underTheVersionThatAllowsAsking_nothingOfAnAskerIsFound() throws IOException, SQLException {
    try (var server = RunningServer.on("subpoena-2021", "--policy", "2021-11")) {
      drive(server);
      String dump = dump(server);
      Set<String> found = found(dump);
      assertThat(found).as("what is recorded is found").contains(author(1));
      for (int i = 0; i < AUTHORS; i += 2)
        assertThat(found).doesNotContain(author(i), content(i), "sought" + name(i));
      assertThat(found).doesNotContain("wanted by person");
      erasedAuthorsAreInNoTable(server);
    }
  }

  @Test
  void underTheVersionThatRemovesAsking_noAuthorOfAnAskerIsFound()
      throws IOException, SQLException {
    try (var server = RunningServer.on("subpoena-2022", "--policy", "2022-12")) {
      drive(server);
      String dump = dump(server);
      Set<String> found = found(dump);
      for (int i = 0; i < AUTHORS; i += 2)
        assertThat(found).doesNotContain(author(i), "sought" + name(i));
    }
  }

  /** What of ours stands in the dump; the dump itself is too long for a failure's text. */
  private static Set<String> found(String dump) {
    return OURS.matcher(dump).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /** Erased on request: gone from each table, and the log verifies. */
  private static void erasedAuthorsAreInNoTable(RunningServer server)
      throws IOException, SQLException {
    String data = server.data().toString();
    assertThat(RunningServer.run("audit", "erase", "--author", author(1), "--data", data).printed())
        .contains("1 decisions erased");
    RunningServer.run("audit", "erase", "--content", content(3), "--data", data);
    var tables = new StringBuilder();
    tables(server, tables);
    assertThat(found(tables.toString()))
        .contains(author(5))
        .doesNotContain(author(1), content(1), author(3), content(3));
    assertThat(RunningServer.run("audit", "verify", "--data", data).exit()).isZero();
  }

  /** Every route that takes or gives something about content. */
  private static void drive(RunningServer server) {
    List<String> lines = IntStream.range(0, AUTHORS).mapToObj(SubpoenaTest::event).toList();
    int half = AUTHORS / 2;
    List<String> answers = new ArrayList<>();
    for (String line : lines.subList(0, half))
      answers.add(
          server.post("/v1/decisions", line, "Idempotency-Key", "k" + line.hashCode()).body());
    server
        .post("/v1/decisions:batch", String.join("\n", lines.subList(half, AUTHORS)))
        .body()
        .lines()
        .forEach(answers::add);
    for (int i = 0; i < AUTHORS; i += 2)
      server.post("/v1/searches:screen", "{\"query\":\"coyote sought%s\"}".formatted(name(i)));
    for (String answer : answers) {
      String decision = Json.object(answer.getBytes(UTF_8)).orElseThrow().path("decision").asText();
      assertThat(server.get("/v1/decisions/" + decision).statusCode()).isEqualTo(200);
      assertThat(server.get("/v1/receipts/" + decision).statusCode()).isEqualTo(200);
    }
    tell(server, answers.subList(40, 100));
    rule(server, answers);
    for (int i = 0; i < AUTHORS; i += 2) {
      server.post("/v1/ads:review", event(i).replace("content-", "ad-"));
      assertThat(server.get("/v1/contents/" + content(i) + "/decisions").body())
          .contains("\"outcome\":\"allow\"")
          .doesNotContain("solicit");
    }
    // Faults of all kinds, which a careless log would repeat.
    server.post("/v1/decisions", event(0).replace("\"text\"", "\"words\""));
    server.post("/v1/decisions", event(0).replace("Reynosa", "Matamoros"));
  }

  /** Whoever is restricted reads the page of their notice, appeals, and wants no more notices. */
  private static void tell(RunningServer server, List<String> answers) {
    int told = 0;
    var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
    for (String answer : answers) {
      String decision = Json.tree(answer).path("decision").asText();
      var notice =
          server.post("/v1/decisions/" + decision + "/notices", "{\"sent\":%s}".formatted(answer));
      if (notice.statusCode() == 409) continue; // it stays, and nobody is told
      assertThat(notice.statusCode()).as(notice.body()).isEqualTo(201);
      assertThat(notice.body()).doesNotContain("author-", "content-");
      String page = URI.create(Json.tree(notice.body()).path("link").asText()).getPath();
      assertThat(server.send("GET", page, "", Map.of()).statusCode()).isEqualTo(200);
      String appeal = "text=please+look+again";
      assertThat(server.send("POST", page + "/appeals", appeal, form).statusCode()).isEqualTo(303);
      assertThat(server.send("POST", page + "/notices", "wanted=no", form).statusCode())
          .isEqualTo(303);
      told++;
    }
    assertThat(told).as("notices").isPositive();
  }

  /** People look at everything they may, and rule on it. */
  private static void rule(RunningServer server, List<String> answers) {
    Visitor administrator = Visitor.enter(server, "admin", server.password());
    String oneTime = administrator.oneTime(server, "senior", "senior_moderator");
    Visitor senior = Visitor.enter(server, "senior", oneTime);
    Map<String, String> key = Map.of("Authorization", "Bearer " + senior.key());
    for (String answer : answers.subList(0, 40)) {
      String path =
          "/v1/decisions/"
              + Json.object(answer.getBytes(UTF_8)).orElseThrow().path("decision").asText();
      assertThat(server.send("GET", path, "", key).statusCode()).isEqualTo(200);
      String ruling = "{\"outcome\":\"allow\",\"reason\":\"as it is\",\"revision\":1}";
      assertThat(server.send("POST", path + "/rulings", ruling, key).statusCode()).isEqualTo(201);
    }
    var appeals = server.send("GET", "/v1/appeals", "", key);
    assertThat(appeals.statusCode()).isEqualTo(200);
    assertThat(appeals.body()).contains("please look again").doesNotContain("author-", "content-");
    JsonNode open = Json.tree(appeals.body()).path("appeals");
    for (int i = 0; i < open.size() / 2; i++) {
      String ruling =
          "{\"outcome\":\"allow\",\"reason\":\"as it is\",\"appeal\":%s}"
              .formatted(open.path(i).path("appeal"));
      String path = "/v1/decisions/" + open.path(i).path("decision").asText() + "/rulings";
      assertThat(server.send("POST", path, ruling, key).statusCode()).isEqualTo(201);
    }
    for (String page : List.of("/", "/keys", "/people", "/password")) {
      String shown = administrator.get(server, page).body();
      assertThat(shown).doesNotContain("content-", "author-", "solicit");
    }
  }

  private static String event(int i) {
    return "{\"id\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"%s\"}}"
        .formatted(content(i), text(i), author(i));
  }

  private static String text(int i) {
    return (i % 2 == 0 ? ASKED : OFFERED) + name(i);
  }

  private static String name(int i) {
    return "%c%c%c".formatted('q' + i % 5, 'a' + i / 26 % 26, 'a' + i % 26);
  }

  private static String author(int i) {
    return "author-%05d-x".formatted(i * 7919);
  }

  private static String content(int i) {
    return "content-%05d-y".formatted(i * 104_729);
  }

  /**
   * All rows of all tables as superuser, and every byte of every file but PostgreSQL's programs.
   */
  private static String dump(RunningServer server) throws IOException, SQLException {
    var dump = new StringBuilder();
    tables(server, dump);
    Path folder = server.data().toAbsolutePath();
    // Within the folder, so that the backup's bytes are dumped with everything else.
    String data = server.data().toString();
    var backup = RunningServer.run("backup", "--data", data, "--to", folder + "/backups");
    assertThat(backup.exit()).as(backup.printed()).isZero();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean isProgram = file.startsWith(folder.resolve("postgres-programs"));
        // Latin 1 keeps each byte, so that text is found in binary files too.
        if (!isProgram) dump.append(new String(Files.readAllBytes(file), ISO_8859_1));
      }
    }
    for (String ending : List.of(".out", ".err"))
      dump.append(Files.readString(folder.resolveSibling(folder.getFileName() + ending)));
    return dump.toString();
  }

  private static void tables(RunningServer server, StringBuilder dump)
      throws IOException, SQLException {
    List<String> pid = Files.readAllLines(server.data().resolve("postgres/cluster/postmaster.pid"));
    String password = Files.readString(server.data().resolve("keys/postgres.password"));
    String url = "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(pid.get(3).strip());
    try (Connection connection = DriverManager.getConnection(url, "breakwater", password);
        Statement statement = connection.createStatement()) {
      for (String table : names(statement))
        statement(statement, "select t::text from %s t".formatted(table)).forEach(dump::append);
      statement.execute("checkpoint");
    }
  }

  private static List<String> names(Statement statement) throws SQLException {
    return statement(
        statement, "select relname from pg_stat_user_tables where schemaname = 'public'");
  }

  private static List<String> statement(Statement statement, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) values.add(rows.getString(1));
    }
    return values;
  }
}
