package org.breakwater.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.Durability;
import org.breakwater.store.database.EmbeddedPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bw torture}: a server that is killed while it works must lose and double nothing. */
@Command(
    name = "torture",
    headerHeading =
        """
        Examples:
          bw torture --kills 20
          bw torture --kills 20 --power-cut
          bw torture --kills 3 --power-cut --fsync off     # shows that it can say no: exit 4

        """,
    description = {
      "Starts a server on 127.0.0.1 with a database of its own, loads it, and kills the server or"
          + " its PostgreSQL by kill -9 at random. Clients write down each answer. Afterwards all"
          + " is asked again and the log is verified.",
      "With --power-cut the file system under the data loses at each kill what was not flushed;"
          + " it needs root, and is a file mounted by loop."
    },
    footer =
        """

        Exit: 0 nothing lost or doubled, 3 environment, 4 something was.""",
    mixinStandardHelpOptions = true)
final class Torture implements Callable<Integer> {
  private static final int SAYS_NO = 4;
  private static final int CALM_MS_MIN = 300;
  private static final int CALM_MS_MAX = 2_000;
  private static final int ANSWERS_EACH = 50;
  private static final long ANSWERS_AGAIN_MS = 90_000;

  @Option(names = "--kills", paramLabel = "N", description = "Default ${DEFAULT-VALUE}.")
  private int kills = 20;

  @Option(names = "--clients", paramLabel = "N", description = "Default ${DEFAULT-VALUE}.")
  private int count = 16;

  @Option(names = "--seed", paramLabel = "N", description = "Of what is killed when.")
  private long seed = System.nanoTime();

  @Option(names = "--power-cut", description = "Loses what was not flushed, at each kill.")
  private boolean powerCut;

  @Option(
      names = "--fsync",
      paramLabel = "on|off",
      description = "off: PostgreSQL flushes nothing, so that a loss can be seen.")
  private String fsync = "on";

  @Option(
      names = "--pack",
      paramLabel = "DIR",
      description = "The pack to decide with; default: a small one, for a start takes less time.")
  private String pack = "packs/drug-trafficking";

  private final PrintWriter out;
  private final PrintWriter err;
  private final List<String> faults = new ArrayList<>();

  Torture(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    Path parent = Folders.make();
    try {
      if (powerCut) {
        try (var disk = new Disk(parent)) {
          torture(disk.folder().resolve("data"), disk::cutPower, disk::restorePower);
        }
      } else torture(parent.resolve("data"), () -> {}, () -> {});
    } finally {
      Folders.remove(parent);
    }
    faults.forEach(fault -> out.println("fault: " + fault));
    out.flush();
    return faults.isEmpty() ? 0 : SAYS_NO;
  }

  private void torture(Path data, Runnable cutPower, Runnable restorePower) {
    Path folder = PackFiles.folder(pack).toAbsolutePath().normalize();
    var server =
        new ServerProcess(
            data, "-Dbreakwater.fsync=" + fsync, List.of("--pack", folder.toString()));
    var clients = new Clients(server, count);
    try (var watch = new FlushWatch(server, clients)) {
      RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      for (int kill = 1; kill <= kills && faults.isEmpty(); kill++) {
        // So that there is something to lose.
        awaitAnswers(clients, ANSWERS_EACH);
        Pause.ms(chance.nextInt(CALM_MS_MIN, CALM_MS_MAX));
        boolean wholeServer = powerCut || chance.nextBoolean();
        if (wholeServer) killServer(server, cutPower, restorePower);
        else server.postmaster().ifPresent(ProcessHandle::destroyForcibly);
        if (faults.isEmpty()) awaitAnswers(clients, 1);
        err.printf("kill %d of %d: %s%n", kill, kills, wholeServer ? "server" : "postmaster");
      }
      clients.stop();
      if (faults.isEmpty()) faults.addAll(clients.faults());
      report(server, clients, watch);
    } finally {
      clients.stop();
      server.close();
    }
  }

  private void killServer(ServerProcess server, Runnable cutPower, Runnable restorePower) {
    cutPower.run();
    if (powerCut) server.killAll();
    else server.kill();
    restorePower.run();
    try {
      server.startAgain();
    } catch (EnvironmentFault e) {
      faults.add(String.valueOf(e.getMessage()).strip());
    }
  }

  private void awaitAnswers(Clients clients, int more) {
    int enough = clients.acknowledged() + more;
    long end = System.nanoTime() + ANSWERS_AGAIN_MS * 1_000_000;
    while (clients.acknowledged() < enough) {
      if (System.nanoTime() > end) {
        faults.add("nothing was answered for %d s after a kill".formatted(ANSWERS_AGAIN_MS / 1000));
        return;
      }
      Pause.ms(10);
    }
  }

  private void report(ServerProcess server, Clients clients, FlushWatch watch) {
    out.printf(
        "%d kills (seed %d), %d acknowledged, %s%n",
        kills, seed, clients.acknowledged(), clients.troubles());
    out.printf(
        "flushed beyond the newest acknowledged batch: %d of %d times asked%n",
        watch.checked() - watch.unflushed(), watch.checked());
    if (watch.unflushed() > 0)
      faults.add(
          "%d batches were acknowledged before they were flushed".formatted(watch.unflushed()));
    if (!faults.isEmpty()) return;
    var audit = server.run("audit", "verify", "--data", server.data().toString());
    out.println(audit.printed());
    if (audit.exit() != 0) faults.add("the log does not verify");
    String url = EmbeddedPostgres.running(server.data()).orElseThrow();
    try (var database = Database.open(url)) {
      out.println(Durability.of(database).settings());
    }
    out.println("lost 0, doubled 0");
  }
}
