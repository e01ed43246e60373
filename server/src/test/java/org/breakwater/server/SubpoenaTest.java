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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.EmbeddedPostgres;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Strikes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever takes the database, the files and the logs learns nothing about who asked. 1,000 authors,
 * of whom every second one asks for a smuggler and the others offer; then everything is dumped.
 */
@Tag("long")
class SubpoenaTest {
  private static final int AUTHORS = 1_000;

  /** Author of an offer that a person confirmed, as nine more are. */
  private static final int STRUCK = 101;

  private static final String ASKED = "Does anyone know a coyote from Reynosa, wanted by person ";
  private static final Pattern OURS =
      Pattern.compile("author-\\d{5,}-x|content-\\d{5,}-y|sought[a-z]{3}|wanted by person");
  private static final String OFFERED =
      "trips north every Friday, 6000 a head, inbox +1 202 555 0123 ";

  @Test
  void underTheVersionThatAllowsAsking_nothingOfAnAskerIsFound() throws IOException, SQLException {
    try (var server = unsampled("subpoena-2021", "2021-11")) {
      drive(server);
      String dump = dump(server);
      Set<String> found = found(dump);
      assertThat(found).as("what is recorded is found").contains(author(1));
      for (int i = 0; i < AUTHORS; i += 2)
        assertThat(found).doesNotContain(author(i), content(i), "sought" + name(i));
      assertThat(found).doesNotContain("wanted by person");
      noAskerHasAHistory(server, dump);
      erasedAuthorsAreInNoTable(server);
    }
  }

  @Test
  void underTheVersionThatRemovesAsking_noAuthorOfAnAskerIsFound()
      throws IOException, SQLException {
    try (var server = unsampled("subpoena-2022", "2022-12")) {
      drive(server);
      String dump = dump(server);
      Set<String> found = found(dump);
      for (int i = 0; i < AUTHORS; i += 2)
        assertThat(found).doesNotContain(author(i), "sought" + name(i));
    }
  }

  /** The words of samples are meant to be kept; here none are, so that no other place has them. */
  private static RunningServer unsampled(String folder, String version) {
    return RunningServer.on(folder, "--policy", version, "--sample", "0");
  }

  @Test
  void samples_leadToNobody_andAfter31Days_nothingTellsWhoAsked() throws IOException, SQLException {
    String[] arguments = {"--policy", "2021-11", "--sample", "100"};
    Path data;
    try (var server = RunningServer.on("subpoena-sampled", arguments)) {
      data = server.data();
      drive(server);
    }
    // Its end has written what it held; the same data is now opened without it.
    try (var postgres = EmbeddedPostgres.start(data);
        var database = Database.open(postgres.url())) {
      assertThat(column(database, "select text from sample").toString())
          .as("asks are sampled, so that what follows can fail")
          .contains(ASKED)
          .doesNotContain("202 555 0123", "author-", "content-");
      samplesAreJoinedToNothing(database);
      LogSecrets secrets = LogSecrets.in(data.resolve("keys"));
      Instant later = Instant.now().plus(Duration.ofDays(31));
      DecisionLog.open(database, secrets, data.resolve("checkpoint"), () -> later).close();
      assertThat(column(database, "select text from sample")).isEmpty();
      assertThat(column(database, "select events::text from sample_population")).isEmpty();
    }
    try (var server = RunningServer.kept("subpoena-sampled")) {
      var tables = new StringBuilder();
      tables(server, tables);
      Set<String> inTables = found(tables.toString());
      assertThat(inTables).doesNotContain("wanted by person").contains(author(1));
      String dump = dump(server);
      Set<String> found = found(dump);
      for (int i = 0; i < AUTHORS; i += 2)
        assertThat(found).doesNotContain(author(i), content(i), "sought" + name(i));
      noAskerHasAHistory(server, dump);
    }
  }

  /** No value, no transaction and no place that a sample shares with what is known of decisions. */
  private static void samplesAreJoinedToNothing(Database database) {
    List<String> shared =
        column(
            database,
            """
            select distinct one.table_name || '.' || one.column_name
            from information_schema.columns one join information_schema.columns other
              on one.column_name = other.column_name and other.table_name = 'sample'
            where one.table_name in ('decision', 'material', 'outbox', 'act', 'ruling', 'strike')
            """);
    // The row of a decision says `allow` of each ask, and the words of an ask are kept nowhere
    // else.
    assertThat(shared)
        .containsExactlyInAnyOrder("decision.outcome", "material.text", "ruling.outcome");
    assertThat(column(database, "select distinct outcome from decision where not kept"))
        .containsExactly("allow");
    assertThat(column(database, "select text from material").toString()).doesNotContain(ASKED);
    Set<String> transactions = new TreeSet<>();
    for (String table :
        List.of(
            "decision", "material", "outbox", "act", "ruling", "strike", "log_entry", "counter"))
      transactions.addAll(column(database, "select xmin::text from " + table));
    assertThat(transactions).isNotEmpty();
    assertThat(column(database, "select distinct xmin::text from sample"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(transactions);
  }

  private static List<String> column(Database database, String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  /** Nothing is named by an asker's HMAC either, as text or as bytes: the keys are taken too. */
  private static void noAskerHasAHistory(RunningServer server, String dump) {
    LogSecrets secrets = LogSecrets.in(server.data().resolve("keys"));
    List<UUID> names =
        IntStream.range(0, AUTHORS).mapToObj(i -> Strikes.author(secrets, author(i))).toList();
    var looked = new Looked(names.stream().map(UUID::getMostSignificantBits).toList(), dump);
    assertThat(looked.found(names.get(STRUCK).getMostSignificantBits()))
        .as("whose offer a person confirmed has a strike, and it is found")
        .isTrue();
    for (int i = 0; i < AUTHORS; i += 2) {
      assertThat(looked.found(names.get(i).getMostSignificantBits())).as(author(i)).isFalse();
    }
  }

  /** Eight bytes in a row of a long dump, in one pass; written out as hexadecimal digits, too. */
  private static final class Looked {
    private final Set<Long> found = new HashSet<>();
    private final boolean[] ends = new boolean[1 << 16];

    Looked(List<Long> wanted, String dump) {
      Set<Long> all = Set.copyOf(wanted);
      all.forEach(bits -> ends[(int) (bits & 0xffff)] = true);
      long bytes = 0;
      long digits = 0;
      for (int i = 0; i < dump.length(); i++) {
        char c = dump.charAt(i);
        bytes = (bytes << 8) | (c & 0xff);
        look(bytes, all);
        int digit = Character.digit(c, 16);
        if (digit < 0) continue;
        digits = (digits << 4) | digit;
        look(digits, all);
      }
    }

    private void look(long bits, Set<Long> all) {
      if (ends[(int) (bits & 0xffff)] && all.contains(bits)) found.add(bits);
    }

    boolean found(long bits) {
      return found.contains(bits);
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
    act(server, key);
    // And confirm what machines removed, an ask among it: only offers count against somebody.
    for (String answer : answers.subList(STRUCK - 1, STRUCK + 9)) {
      String path =
          "/v1/decisions/"
              + Json.object(answer.getBytes(UTF_8)).orElseThrow().path("decision").asText();
      String ruling = "{\"outcome\":\"remove\",\"reason\":\"as it is\",\"revision\":1}";
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
      // The clause of a breaker that somebody opened is there to be read, and names nobody.
      String besides = shown.replace("<code>asking.solicit</code>", "");
      assertThat(besides).doesNotContain("content-", "author-", "solicit");
    }
  }

  /** What is done about decisions: looked at, undone one by one and together, and held. */
  private static void act(RunningServer server, Map<String, String> key) {
    String shown = server.send("GET", "/v1/actions", "", key).body();
    for (int i = 0; i < AUTHORS; i += 2) assertThat(shown).doesNotContain(content(i));
    String hidden =
        "select action::text from action join material using (decision) where not recorded limit 3";
    for (String action : server.column(hidden)) {
      assertThat(server.send("GET", "/v1/actions/" + action, "", key).statusCode()).isEqualTo(404);
      String undone =
          server.send("DELETE", "/v1/actions/" + action, "{\"reason\":\"as it is\"}", key).body();
      assertThat(undone).doesNotContain("content-", "solicit", "author-");
    }
    String preview = "{\"from\":\"2026-01-01T00:00:00Z\",\"reason\":\"as it is\",\"preview\":true}";
    var previewed = server.send("POST", "/v1/actions:undo", preview, key);
    assertThat(previewed.statusCode()).as(previewed.body()).isEqualTo(200);
    assertThat(previewed.body()).doesNotContain("content-", "author-");
    String breaker =
        "{\"clause\":\"asking.solicit\",\"lang\":\"en\",\"state\":\"open\",\"reason\":\"many\"}";
    assertThat(server.send("POST", "/v1/breakers", breaker, key).statusCode()).isEqualTo(200);
    assertThat(
            server.column(
                """
                select a::text from action a join material using (decision)
                where not recorded and (clause is not null or lang is not null or deed is not null
                  and deed not in ('hide', 'show', 'review', 'release'))
                """))
        .isEmpty();
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
