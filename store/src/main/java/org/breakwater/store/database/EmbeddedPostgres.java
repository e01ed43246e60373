package org.breakwater.store.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Our own PostgreSQL in a folder that is kept: on 127.0.0.1 only, with a password, fsync on. It
 * ends when this process ends, however that ends, and is started again when it is killed.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** Tied to the data folder: another major version cannot read it. */
  static final String MAJOR = "18";

  private static final String URL = "postgresql://%s:%s@127.0.0.1:%d/%s";
  private static final String USER = "breakwater";
  private static final int PASSWORD_BYTES = 24;

  private final Path folder;
  private final Servant servant;
  private final PostgresBinaries binaries;
  private final OwnFile password;
  private final Postmaster postmaster;

  private EmbeddedPostgres(Path data) {
    folder = data.resolve("postgres");
    servant = Servant.here();
    prepare(data);
    binaries = PostgresBinaries.in(data.resolve("postgres-programs"));
    password = new OwnFile(data.resolve("keys").resolve("postgres.password"));
    String secret = password.orFirst(EmbeddedPostgres::randomPassword);
    if (!Files.exists(cluster())) create(secret);
    refuseAnotherMajor();
    postmaster = new Postmaster(binaries.program("postgres"), servant, cluster(), freePort());
  }

  /**
   * Starts it, first creating what is missing, and waits until it answers.
   *
   * @param data the folder that holds everything; created when missing
   */
  public static EmbeddedPostgres start(Path data) {
    var postgres = new EmbeddedPostgres(data.toAbsolutePath().normalize());
    postgres.postmaster.start();
    postgres.postmaster.await(postgres::answers);
    return postgres;
  }

  private boolean answers() {
    try {
      Database.connect(PostgresUrl.parse(url())).close();
      return true;
    } catch (SQLException _) {
      return false;
    }
  }

  /** Where one listens that another process started in this folder; empty when none runs. */
  public static Optional<String> running(Path data) {
    var password = new OwnFile(data.resolve("keys").resolve("postgres.password"));
    return Postmaster.runningIn(data.resolve("postgres").resolve("cluster"))
        .flatMap(
            port -> password.text().map(secret -> URL.formatted(USER, secret, port, "postgres")));
  }

  /** Where it listens, with the password: {@code postgresql://…}. */
  public String url() {
    return url("postgres");
  }

  String url(String database) {
    return URL.formatted(USER, password.text().orElseThrow(), postmaster.port(), database);
  }

  /** The process that runs now; absent between two. For tests that kill it. */
  public Optional<Long> pid() {
    return postmaster.pid();
  }

  /** Ends it in good order. */
  @Override
  public void close() {
    postmaster.close();
  }

  private Path cluster() {
    return folder.resolve("cluster");
  }

  private void prepare(Path data) {
    try {
      Files.createDirectories(data);
      Path keys = data.resolve("keys");
      Files.createDirectories(keys);
      Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
      servant.mustReach(data);
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      servant.own(folder);
    } catch (IOException e) {
      throw new StoreFault(
          StoreFault.Code.FILE, "cannot use `%s` as data folder: %s".formatted(data, e));
    }
  }

  private static String randomPassword() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Created beside its place and then moved there: half a cluster is never taken for one. */
  private void create(String secret) {
    Path next = folder.resolve("cluster.new");
    OwnFile passwordFile = new OwnFile(folder.resolve("first.password"));
    try {
      run(List.of("rm", "-rf", next.toString()));
      passwordFile.write(secret);
      servant.own(passwordFile.path());
      run(
          List.of(
              binaries.program("initdb").toString(),
              "--pgdata=" + next,
              "--username=" + USER,
              "--pwfile=" + passwordFile.path(),
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--no-locale",
              "--data-checksums",
              "--no-instructions"));
      Files.move(next, cluster());
      Synced.names(folder);
      Files.delete(passwordFile.path());
    } catch (IOException e) {
      throw new StoreFault(
          StoreFault.Code.CANNOT_START, "cannot create a database in `%s`: %s".formatted(next, e));
    }
  }

  private void run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(servant.command(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0)
        throw new IOException("`%s` says: %s".formatted(command.getFirst(), printed.strip()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  private void refuseAnotherMajor() {
    String found;
    try {
      found = Files.readString(cluster().resolve("PG_VERSION")).strip();
    } catch (IOException e) {
      throw new StoreFault(
          StoreFault.Code.CANNOT_START, "`%s` holds no database: %s".formatted(cluster(), e));
    }
    if (found.equals(MAJOR)) return;
    throw new StoreFault(
        StoreFault.Code.CANNOT_START,
        ("`%s` was written by PostgreSQL %s and this is PostgreSQL %s, which cannot read it;"
                + " run it with the Breakwater that wrote it, or choose another folder by --data")
            .formatted(cluster(), found, MAJOR));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StoreFault(StoreFault.Code.CANNOT_START, "no free port on 127.0.0.1: " + e);
    }
  }
}
