package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.policy.Label;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.EmbeddedPostgres;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.merkle.Checkpoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The disk is full, and then has room again: a small tmpfs, which only root can mount. */
@Tag("long")
class DiskFullTest {
  private static final String LONG = "x".repeat(200_000);
  private static final long GIVE_UP_NANOS = 90_000_000_000L;

  private final List<Place> logged = new ArrayList<>();

  @Test
  void fullDisk_refuses_andLosesNothing() throws IOException, InterruptedException {
    Path disk = Path.of("target", "small-disk").toAbsolutePath();
    Files.createDirectories(disk);
    assumeTrue(
        exit("mount", "-t", "tmpfs", "-o", "size=300m,mode=755", "tmpfs", disk.toString()) == 0,
        "needs root");
    try (var postgres = EmbeddedPostgres.start(disk.resolve("data"));
        var database = Database.open(postgres.url())) {
      LogSecrets secrets = LogSecrets.in(disk.resolve("data/keys"));
      Path checkpoint = Files.createTempDirectory("bw").resolve("checkpoint");
      try (var log = DecisionLog.open(database, secrets, checkpoint, Instant::now)) {
        var drafts = new Drafts(secrets);
        fill(log, drafts, disk.resolve("filler"));
        assertThat(logged).isNotEmpty();
        Files.delete(disk.resolve("filler"));
        assertThat(answersAgain(log, drafts)).as("answers once there is room").isTrue();
        var dossiers = new Dossiers(database);
        for (Place place : logged) assertThat(dossiers.find(place.decision())).isPresent();
      }
      Checkpoint published =
          Checkpoints.published(new OwnFile(checkpoint), secrets.logKey().verifyKey())
              .orElseThrow();
      assertThat(Audit.of(database, secrets, published).faults()).isEmpty();
    } finally {
      assertThat(exit("umount", "-l", disk.toString())).isZero();
    }
  }

  /** Logs until the disk is full, and the answer says so. */
  private void fill(DecisionLog log, Drafts drafts, Path filler) throws IOException {
    logged.add(((Answer.Logged) log.submit(drafts.removed("before", "a")).join()).place());
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) out.write(new byte[1 << 20]);
    } catch (IOException _) {
      // Full now.
    }
    for (int i = 0; i < 2_000; i++) {
      Draft draft = drafts.removed("p" + i, "a");
      var material = new Material.Recorded("p" + i, 1, LONG, "a", "{}", Label.OFFER, Deed.HIDE);
      var heavy = new Draft(draft.request(), draft.json(), draft.policies(), "remove", material);
      switch (log.submit(heavy).join()) {
        case Answer.Logged(var place) -> logged.add(place);
        case Answer.Unavailable _ -> {
          return;
        }
        case Answer other -> throw new AssertionError(other);
      }
    }
    throw new AssertionError("the disk never filled");
  }

  private static boolean answersAgain(DecisionLog log, Drafts drafts) throws InterruptedException {
    long end = System.nanoTime() + GIVE_UP_NANOS;
    while (System.nanoTime() < end) {
      if (log.submit(drafts.allowed("after")).join() instanceof Answer.Logged) return true;
      Thread.sleep(100);
    }
    return false;
  }

  private static int exit(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
