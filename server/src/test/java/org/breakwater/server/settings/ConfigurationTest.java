package org.breakwater.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator states, in a file, by variables and by flags. */
class ConfigurationTest {
  private static final Map<String, String> NONE = Map.of();

  @TempDir Path folder;

  private Configuration.Read read(String yaml, Map<String, String> env, Map<String, String> flags) {
    return Configuration.read(Optional.of(file("stated.yaml", yaml)), env, flags);
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Configuration accepted(Configuration.Read read) {
    return switch (read) {
      case Configuration.Read.Accepted(var configuration) -> configuration;
      case Configuration.Read.Rejected(var faults) -> throw new AssertionError(faults);
    };
  }

  /** The faults, without the temporary folder's name. */
  private List<String> faults(Configuration.Read read) {
    return switch (read) {
      case Configuration.Read.Accepted _ -> List.of();
      case Configuration.Read.Rejected(var faults) ->
          faults.stream().map(fault -> fault.replace(folder + "/", "")).toList();
    };
  }

  @Test
  void nothingStated_isTheDefault() {
    Settings settings = accepted(Configuration.read(Optional.empty(), NONE, NONE)).settings();
    assertThat(settings.listen()).isEqualTo(new ListenSettings("127.0.0.1", 8_080, ""));
    assertThat(settings.login().failuresMax()).isEqualTo(5);
    assertThat(settings.telemetry().isOn()).isFalse();
  }

  @Test
  void flagWinsOverVariable_overFile_overDefault() {
    String yaml = "listen:\n  port: 1\n  host: 10.0.0.1\nlimits: {personPerMinute: 61}\n";
    var env = Map.of("BREAKWATER_LISTEN_PORT", "2", "BREAKWATER_LISTEN_HOST", "10.0.0.2");
    Configuration read = accepted(read(yaml, env, Map.of("--port", "3")));
    assertThat(read.settings().listen()).isEqualTo(new ListenSettings("10.0.0.2", 3, ""));
    assertThat(read.settings().limits()).isEqualTo(new LimitSettings(20_000, 61, 300, 30));
    assertThat(read.text().replace(folder + "/", ""))
        .contains(
            "  port: 3  # --port\n",
            "  host: 10.0.0.2  # BREAKWATER_LISTEN_HOST\n",
            "  personPerMinute: 61  # stated.yaml:4:27\n",
            "  loginsPerMinute: 30  # default\n");
  }

  @Test
  void everyFault_isNamedAtOnce_withPlaceAndCure() {
    String yaml =
        """
        listen:
          prot: 80
          port: eighty
          origin: https://trust.example.org/path
        limits:
          personPerMinute: 0
        port: 8080
        login: [1]
        databse: {}
        telemetry:
          otlp: {url: x}
        """;
    var env = Map.of("BREAKWATER_LISTEN_PROT", "1", "BREAKWATER_LOGIN_LOCK_MINUTES", "no");
    assertThat(faults(read(yaml, env, Map.of("--rate", "-1"))))
        .containsExactlyInAnyOrder(
            "stated.yaml:2:3: unknown key `prot`; did you mean `port`?",
            "stated.yaml:3:9: `listen.port` must be a whole number from 0 to 65535, not `eighty`",
            "stated.yaml:4:11: `listen.origin` must be such as `https://trust.example.org`,"
                + " without a path",
            "stated.yaml:6:20: `limits.personPerMinute` must be a whole number from 30 to 100000,"
                + " not `0`",
            "stated.yaml:7:1: unknown component `port`; did you mean `listen.port`, below"
                + " `listen:`?",
            "stated.yaml:8:8: expected a mapping, found a list",
            "stated.yaml:9:1: unknown component `databse`; did you mean `database`?",
            "stated.yaml:11:9: expected a text, in quotes where it is empty, found a mapping",
            "BREAKWATER_LISTEN_PROT: unknown variable `BREAKWATER_LISTEN_PROT`; did you mean"
                + " `BREAKWATER_LISTEN_PORT`?",
            "BREAKWATER_LOGIN_LOCK_MINUTES: `login.lockMinutes` must be a whole number from 5 to"
                + " 1440, not `no`",
            "--rate: `limits.machinePerSecond` must be a whole number from 1 to 1000000, not `-1`");
  }

  @Test
  void whatProtectsPeople_cannotBeConfiguredAway() {
    String yaml =
        "retention:\n  allowDays: 90\ndatabase:\n  retentionDays: 90\nauthors: {keep: true}\n";
    var env = Map.of("BREAKWATER_RETENTION_DAYS", "90", "BREAKWATER_FIGURES_MIN", "1");
    List<String> faults = faults(read(yaml, env, NONE));
    assertThat(faults).hasSize(5).allMatch(fault -> fault.contains("cannot be configured away"));
    assertThat(faults.getFirst())
        .startsWith("stated.yaml:1:1: `retention` is no setting; how long records live protects");
  }

  @Test
  void emptyHost_doesNotOpenTheServerToEverybody() {
    assertThat(faults(read("listen: {host: ''}", NONE, NONE)))
        .containsExactly("stated.yaml:1:16: `listen.host` must not be empty");
  }

  @Test
  void whatIsNoYaml_orTwice_orMissing_isSaidWithItsPlace() {
    assertThat(faults(read("listen: {port: 1", NONE, NONE)).getFirst())
        .startsWith("stated.yaml:1:17: is not YAML");
    assertThat(faults(read("listen: {port: 1, port: 2}", NONE, NONE)))
        .containsExactly("stated.yaml:1:19: `port` stands here twice; keep one of them");
    assertThat(faults(Configuration.read(Optional.of(folder.resolve("no")), NONE, NONE)))
        .containsExactly("no: cannot be read; name another by --config");
  }

  @Test
  void secrets_comeFromVariablesAndFiles_andAreNeverPrinted() {
    String secret = "quite-unlikely-words";
    Path file = file("secret", secret + "\n");
    var env = Map.of("BREAKWATER_OIDC_SECRET", secret);
    String yaml =
        "database:\n  url: postgresql://bw@db.example.org/bw\n  passwordFile: " + file + "\n";
    Configuration read = accepted(read(yaml, env, NONE));
    assertThat(read.settings().oidc().secret().text()).isEqualTo(secret);
    assertThat(read.settings().database().address())
        .isEqualTo("postgresql://bw:" + secret + "@db.example.org/bw");
    assertThat(read.text() + read.settings()).doesNotContain(secret);
    assertThat(read.text()).contains("# password: (not shown)", "# secret: (not shown)");
    var url = Map.of("--database", "postgresql://bw:" + secret + "@db.example.org/bw");
    assertThat(accepted(read("", NONE, url)).text())
        .contains("# url: (not shown)  # --database")
        .doesNotContain(secret);
  }

  @Test
  void secretsInTheFile_orTwice_areRefused_withoutBeingRepeated() {
    String secret = "quite-unlikely-words";
    Path file = file("secret", secret);
    String yaml =
        "oidc: {secret: %s}\ndatabase:\n  url: postgresql://bw:%s@db.example.org/bw\n"
            .formatted(secret, secret);
    assertThat(faults(read(yaml, NONE, NONE)))
        .containsExactly(
            "stated.yaml:1:16: `oidc.secret` holds a secret, which must not stand here; set"
                + " BREAKWATER_OIDC_SECRET, or name a file by `oidc.secretFile`",
            "stated.yaml:3:8: `database.url` holds a secret, which must not stand here; set"
                + " BREAKWATER_DATABASE_PASSWORD, or name a file by `database.passwordFile`");
    var both = Map.of("BREAKWATER_OIDC_SECRET", "a", "BREAKWATER_OIDC_SECRET_FILE", "" + file);
    assertThat(faults(read("", both, NONE)))
        .containsExactly(
            "BREAKWATER_OIDC_SECRET_FILE: `oidc.secret` is stated by BREAKWATER_OIDC_SECRET too;"
                + " keep one of them");
    assertThat(faults(read("", Map.of("BREAKWATER_DATABASE_PASSWORD", "a"), NONE)).getFirst())
        .contains("needs a `database.url` that names a user");
    var broken = Map.of("BREAKWATER_DATABASE", "postgres//bw:" + secret + "@db");
    assertThat(faults(read("", broken, NONE)).toString())
        .contains("BREAKWATER_DATABASE: `database.url` must be such as")
        .doesNotContain(secret);
  }

  @Test
  void shorterVariable_isAsGood_butNotBoth() {
    var env = Map.of("BREAKWATER_ORIGIN", "https://trust.example.org");
    assertThat(accepted(read("", env, NONE)).settings().listen().isEncrypted()).isTrue();
    var both = Map.of("BREAKWATER_DATA", "a", "BREAKWATER_DATABASE_DATA", "b");
    assertThat(faults(read("", both, NONE)))
        .containsExactly(
            "BREAKWATER_DATA: `database.data` is set twice; keep BREAKWATER_DATABASE_DATA");
  }

  @Test
  void variablesOfKubernetes_areNobodysMistake() {
    var env =
        Map.of("BREAKWATER_SERVICE_HOST", "10.0.0.1", "BREAKWATER_PORT_8080_TCP", "tcp://10.0.0.1");
    assertThat(faults(read("", env, NONE))).isEmpty();
  }

  @Test
  void fileInTheDataFolder_isReadWithoutBeingNamed_andStaysThere() {
    file("breakwater.yaml", "listen: {port: 81}");
    var data = Map.of("--data", folder.toString());
    Configuration read = accepted(Configuration.read(Optional.empty(), NONE, data));
    assertThat(read.settings().listen().port()).isEqualTo(81);
    file("breakwater.yaml", "database: {data: elsewhere}");
    assertThat(faults(Configuration.read(Optional.empty(), NONE, data)).getFirst())
        .contains("`database.data` is another folder than this file's");
  }

  @Test
  void whatIsPrinted_canBeReadAgain() {
    String yaml = "listen: {host: '::1', port: 0}\npolicy: {version: 'it''s # 1'}\n";
    Configuration first = accepted(read(yaml, NONE, NONE));
    Configuration second = accepted(read(first.text(), NONE, NONE));
    assertThat(second.settings().listen()).isEqualTo(first.settings().listen());
    assertThat(second.settings().policy()).isEqualTo(first.settings().policy());
    assertThat(second.settings().limits()).isEqualTo(first.settings().limits());
  }

  /** Run with {@code -Dgolden.update} to write it anew. */
  @Test
  void example_isWhatTheRecordsSay() throws IOException {
    Path example = Path.of("..", "examples", "breakwater.yaml");
    if (Boolean.getBoolean("golden.update")) Files.writeString(example, AnnotatedFile.example());
    assertThat(example).hasContent(AnnotatedFile.example());
    assertThat(faults(Configuration.read(Optional.of(example), NONE, NONE))).isEmpty();
    // With every comment mark of a key taken away it states each default, and that is read.
    String live =
        Pattern.compile("(?m)^  # (\\w+: \\S*)$")
            .matcher(Files.readString(example))
            .replaceAll("  $1");
    Configuration.Read read = read(live, NONE, NONE);
    assertThat(faults(read)).isEmpty();
    assertThat(accepted(read).text().lines().filter(line -> line.endsWith("# default")))
        .allMatch(line -> line.startsWith("  # "));
  }
}
