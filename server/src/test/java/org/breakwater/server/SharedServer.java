package org.breakwater.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.server.access.Role;
import org.breakwater.server.access.Scope;

/** One server for all tests that leave it as they found it; starting one takes seconds. */
final class SharedServer {
  private static final Map<Role, Visitor> PEOPLE = new EnumMap<>(Role.class);
  private static final Map<Scope, String> KEYS = new ConcurrentHashMap<>();
  private static final RunningServer SERVER = started();

  private SharedServer() {}

  private static RunningServer started() {
    var server = RunningServer.on("shared-data-" + RunningServer.FORK, "--config", manyRequests());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /** All tests come from one address, more often in a minute than people would. */
  private static String manyRequests() {
    try {
      Path file = Path.of("target", "shared-" + RunningServer.FORK + ".yaml");
      String limits = "{loginsPerMinute: 1000, addressPerMinute: 100000, personPerMinute: 100000}";
      return Files.writeString(file, "limits: " + limits + "\n").toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static RunningServer get() {
    return SERVER;
  }

  /** A person of each role, logged in, with a key. */
  private static synchronized Map<Role, Visitor> people() {
    if (!PEOPLE.isEmpty()) return PEOPLE;
    Visitor administrator = Visitor.enter(SERVER, "admin", SERVER.password());
    PEOPLE.put(Role.ADMINISTRATOR, administrator);
    for (Role role : Role.values())
      if (role != Role.ADMINISTRATOR)
        PEOPLE.put(role, letIn(administrator, role.word(), role.word()));
    return PEOPLE;
  }

  /** The one of that role. */
  static Visitor person(Role role) {
    return Objects.requireNonNull(people().get(role));
  }

  /** A machine's key for one scope. */
  static String key(Scope scope) {
    return KEYS.computeIfAbsent(
        scope,
        one ->
            Visitor.madeKey(
                person(Role.ADMINISTRATOR)
                    .post(SERVER, "/keys", "name=" + one + "&scope=" + one)
                    .body()));
  }

  /** All acts in the log, one JSON object a line. */
  static String acts() {
    return String.join("\n", column("select json from act order by act"));
  }

  /** What the database's owner reads. */
  static List<String> column(String sql) {
    return SERVER.column(sql);
  }

  /** Has the database's owner change something. */
  static void execute(String sql) {
    column("with done as (%s returning 1) select count(*) from done".formatted(sql));
  }

  /** Lets a person in, who then logs in. */
  static Visitor letIn(Visitor administrator, String name, String role) {
    return Visitor.enter(SERVER, name, administrator.oneTime(SERVER, name, role));
  }
}
