package org.breakwater.store.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths as C2SP tlog-tiles gives them. */
class TileTest {
  @Test
  void paths_areThoseOfTheSpecification() {
    assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("0/x001/x234/067");
    assertThat(new Tile(1, 0, 255).path()).isEqualTo("1/000.p/255");
    assertThat(new Tile(Tile.ENTRIES, 999, 3).path()).isEqualTo("entries/999.p/3");
    assertThat(new Tile(Tile.ENTRIES, 1000, 256).path()).isEqualTo("entries/x001/000");
  }

  @Test
  void everyPath_isReadBack() {
    for (int level : new int[] {-1, 0, 1, 9, 63})
      for (long index : new long[] {0, 7, 999, 1_000, 123_456_789_012L})
        for (int width : new int[] {1, 99, 255, 256}) {
          var tile = new Tile(level, index, width);
          assertThat(Tile.parse(tile.path())).contains(tile);
        }
  }

  @Test
  void otherSpellings_areNoTiles() {
    for (String path :
        List.of(
            "0/0",
            "0/0001",
            "0/x000/001",
            "0/001.p/256",
            "0/001.p/0",
            "0/001.p/01",
            "64/001",
            "00/001",
            "-1/001",
            "0/x1/001",
            "0/001/",
            "../0/001",
            "0/001.p",
            "data/001")) assertThat(Tile.parse(path)).as(path).isEmpty();
  }

  @Test
  void tile_isThereOnceItsLastHashIs() {
    assertThat(new Tile(0, 0, 256).isIn(255)).isFalse();
    assertThat(new Tile(0, 0, 256).isIn(256)).isTrue();
    assertThat(new Tile(1, 0, 1).isIn(255)).isFalse();
    assertThat(new Tile(1, 0, 1).isIn(256)).isTrue();
    assertThat(new Tile(63, 0, 1).isIn(Long.MAX_VALUE)).isFalse();
  }
}
