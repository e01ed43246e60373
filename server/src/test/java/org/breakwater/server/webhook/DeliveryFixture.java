package org.breakwater.server.webhook;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.EmbeddedPostgres;
import org.breakwater.store.webhook.ActionProgress;
import org.breakwater.store.webhook.Endpoint;
import org.breakwater.store.webhook.Endpoints;
import org.breakwater.store.webhook.Format;
import org.breakwater.store.webhook.Schedule;
import org.breakwater.store.webhook.Scheme;
import org.breakwater.store.webhook.SealingKey;
import org.junit.jupiter.api.AfterEach;

/** A deliverer on a database of its own and a clock that the test sets. */
abstract class DeliveryFixture {
  private static final String FORK = System.getProperty("test.fork", "1");

  /** Of the Standard Webhooks specification, from one attempt to the next. */
  static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  static final Instant START = Instant.parse("2026-12-01T09:30:00Z");
  static final String PASSWORD = "known to the test";

  private static final Vertx VERTX = Vertx.vertx();
  private static final EmbeddedPostgres POSTGRES = started();
  private static final Database ALL = Database.open(POSTGRES.url());
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Made once: the tool takes a second. */
  static final Path KEYS = keysFor("hooks.example.org");

  static final Path OTHER_KEYS = keysFor("other.example.org");

  final Database database = fresh();
  final Endpoints endpoints;
  volatile Instant now = START;
  final Deliverer deliverer;

  DeliveryFixture(Path folder, AddressGate gate, TrustOptions trust) {
    endpoints = new Endpoints(database, SealingKey.in(folder), () -> now);
    deliverer = deliverer(gate, trust);
  }

  /** One to which every name is this machine, and which trusts one certificate. */
  DeliveryFixture(Path folder) {
    this(
        folder,
        toThisMachine(true),
        new PfxOptions().setPath(KEYS.toString()).setPassword(PASSWORD));
  }

  private static EmbeddedPostgres started() {
    Path data = Path.of("target", "webhook-data-" + FORK);
    remove(data);
    var server = EmbeddedPostgres.start(data);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /** What an earlier run left is of an earlier form. */
  private static void remove(Path folder) {
    if (!Files.exists(folder)) return;
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Database fresh() {
    String schema = "webhooks_" + COUNT.incrementAndGet();
    ALL.jdbi()
        .useHandle(
            handle -> {
              handle.execute("drop schema if exists " + schema + " cascade");
              handle.execute("create schema " + schema);
            });
    return Database.open(POSTGRES.url() + "?currentSchema=" + schema);
  }

  /** How long an attempt may take; long, for the machine may be busy. */
  Duration whole() {
    return Duration.ofSeconds(20);
  }

  final Deliverer deliverer(AddressGate gate, TrustOptions trust) {
    var limits = new Sender.Limits(Duration.ofSeconds(5), whole(), () -> now);
    var work =
        new Deliverer.Work(
            database,
            endpoints,
            MessageTest.MESSAGES,
            new Nobody(),
            new Tally(new SimpleMeterRegistry()));
    var sender = Sender.trusting(VERTX, gate, limits, trust);
    return new Deliverer(work, sender, new Schedule(() -> 0), () -> now);
  }

  final Endpoint endpoint(String url) {
    var asked = new Endpoints.New(url, "", EnumSet.of(Scheme.HMAC), Format.STANDARD);
    return endpoints.add("person admin", asked).endpoint();
  }

  final void message(String content) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into outbox (decision, content, revision, deed, created_on)
                        values (gen_random_uuid(), :content, 1, 'hide', :day)
                        """)
                    .bind("content", content)
                    .bind("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                    .execute());
  }

  /** Tries all that is due, and records what became of it. */
  final void round() {
    deliverer.round();
    if (!deliverer.awaitAttempts(Duration.ofSeconds(60))) throw new AssertionError("still waits");
    deliverer.round();
  }

  /**
   * Turns the clock to the next attempt; false when there is none. What is due already waits for an
   * earlier message of its content.
   */
  final boolean turnToNext() {
    List<OffsetDateTime> next =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select next_at from webhook_delivery where state = 'pending'")
                        .mapTo(OffsetDateTime.class)
                        .list());
    next.stream()
        .map(OffsetDateTime::toInstant)
        .filter(at -> at.isAfter(now))
        .sorted()
        .findFirst()
        .ifPresent(at -> now = at);
    return !next.isEmpty();
  }

  /** Tries a message until nothing is due any more; returns the waits between attempts. */
  final List<Duration> waits() {
    message("p1");
    do round();
    while (turnToNext());
    List<OffsetDateTime> at =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select at from webhook_attempt order by attempt")
                        .mapTo(OffsetDateTime.class)
                        .list());
    return IntStream.range(1, at.size())
        .mapToObj(i -> Duration.between(at.get(i - 1), at.get(i)))
        .toList();
  }

  /** State, attempts and the last answer of each delivery. */
  final List<String> state() {
    return rows(
        "select concat_ws(' ', state, attempts, coalesce(fault, status::text))"
            + " from webhook_delivery order by message");
  }

  final List<String> rows(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  /** A file of keys with a certificate for a name, made by the JDK's own tool. */
  private static Path keysFor(String name) {
    Path file = Path.of("target", name + "-" + FORK + ".p12");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            tool,
            "-genkeypair",
            "-alias",
            "receiver",
            "-keyalg",
            "EC",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD,
            "-dname",
            "CN=" + name,
            "-ext",
            "san=dns:" + name);
    try {
      Files.deleteIfExists(file);
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) throw new AssertionError("keytool: " + exit);
      return file;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A gate through which every name leads to this machine, as a rebound one would. */
  static AddressGate toThisMachine(boolean allowsPrivate) {
    return new AddressGate(allowsPrivate, _ -> List.of(InetAddress.getLoopbackAddress()));
  }

  private static final class Nobody implements ActionProgress {
    @Override
    public void sent(Connection connection, UUID action, Instant at) {}

    @Override
    public void acknowledged(Connection connection, UUID action, Instant at) {}

    @Override
    public void failed(Connection connection, UUID action, Instant at, String why) {}
  }

  @AfterEach
  void close() {
    deliverer.close();
    database.close();
  }
}
