package org.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static final Path HERE = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decide",
        "explain",
        "signals",
        "policy",
        "policy check",
        "policy test",
        "policy show",
        "policy diff",
        "policy pin"
      })
  void help_opensWithExamples(String verb) {
    Ran ran = Ran.in(HERE, (verb + " --help").split(" ", -1));
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("Examples:\n  bw " + verb);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void unknownOption_isAUsageFault() {
    Ran ran = Ran.in(HERE, "decide", "--tabel", "x");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("--tabel");
  }

  @Test
  void unknownSurface_isAnsweredWithAllThatThereAre() {
    Ran ran = Ran.in(HERE, "explain", "--surface", "wall", "x");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("unknown surface `wall`; one of post, comment, message");
  }

  @Test
  void missingPack_isSaid() {
    Ran ran = Ran.in(HERE, "explain", "--pack", "packs/none", "x");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).isEqualTo("bw: no folder `packs/none`; name one by --pack\n");
  }

  @Test
  void reply_isJudgedWithWhatItAnswers() {
    Ran ran =
        Ran.in(HERE, "explain", "--json", "--lang", "en", "--reply-to", "hello you", "how are you");
    assertThat(ran.out())
        .startsWith("{\"decision\":{\"id\":\"explain\"")
        .contains("\"observed\":[");
  }

  @Test
  void signals_areListedFromTheCatalogue() {
    Ran ran = Ran.in(HERE, "signals");
    assertThat(ran.out().lines().findFirst().orElseThrow())
        .startsWith("signal")
        .contains("holds when");
    assertThat(ran.out())
        .containsPattern("price\\.amount +number +text +words +\\w+ +currency units 0\\.\\.");
  }

  @Test
  void measuredSignals_haveIntervals() {
    Ran ran = Ran.in(HERE, "signals", "--measure");
    assertThat(ran.out())
        .containsPattern(
            "speaker\\.provides +en +train +3 +1\\.00  0\\.21–1\\.00 +0\\.50  0\\.09–0\\.91")
        .containsPattern("speaker\\.provides +en +held +1 +– +0\\.00  0\\.00–0\\.79");
  }

  @Test
  void failures_showTrainCasesOnly() {
    Ran ran = Ran.in(HERE, "signals", "--failures");
    assertThat(ran.out()).isEqualTo("s2  expected true: we walk people home\n");
  }
}
