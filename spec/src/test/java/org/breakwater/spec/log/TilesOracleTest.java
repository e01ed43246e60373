package org.breakwater.spec.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.EmbeddedPostgres;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.Draft;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Material;
import org.breakwater.store.decision.Request;
import org.breakwater.store.merkle.Tile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log of more than one tile, read from its tiles by somebody who shares no code with it. */
@Tag("long")
class TilesOracleTest {
  private static final int ENTRIES = 600;

  @Test
  void tiles_areTheLog_andEveryChangedOneIsNamed(@TempDir Path keys) {
    // A log is kept with its keys, and these are new.
    Path data = Path.of("target", "tiles-data-" + System.nanoTime());
    try (var postgres = EmbeddedPostgres.start(data);
        var database = Database.open(postgres.url());
        var log =
            DecisionLog.open(
                database, LogSecrets.in(keys), keys.resolve("checkpoint"), Instant::now)) {
      for (int i = 0; i < ENTRIES; i++) log.submit(draft()).join();
      while (!log.checkpoint().contains("\n" + ENTRIES + "\n")) Thread.onSpinWait();
      Function<String, byte[]> get =
          path -> log.tile(Tile.parse(path.substring(5)).orElseThrow()).orElseThrow();
      assertThat(SlowTiles.faults(log.checkpoint(), get)).isEmpty();
      for (String path : new String[] {"tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"})
        assertThat(SlowTiles.faults(log.checkpoint(), changed(get, path))).containsExactly(path);
      assertThat(SlowTiles.faults(log.checkpoint(), changed(get, "tile/entries/000"))).isNotEmpty();
    }
  }

  private static Function<String, byte[]> changed(Function<String, byte[]> get, String which) {
    return path -> {
      byte[] bytes = get.apply(path);
      if (path.equals(which)) bytes[bytes.length - 1] ^= 1;
      return bytes;
    };
  }

  private static Draft draft() {
    var request = new Request(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    return new Draft(request, "{}", "[]", "allow", new Material.None());
  }
}
