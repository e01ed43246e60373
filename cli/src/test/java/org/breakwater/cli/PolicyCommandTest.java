package org.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
  private static final Path SAMPLE = Path.of("src/test/resources/packs/human-exploitation");

  @TempDir Path folder;
  private Path pack;

  @BeforeEach
  void copySample() throws IOException {
    pack = folder.resolve("packs/human-exploitation");
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = pack.resolve(SAMPLE.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void check_ofAShippedPack_findsNoFaults() {
    for (String name : List.of("human-exploitation", "drug-trafficking")) {
      Path shipped = Path.of("..", "packs", name).toAbsolutePath().normalize();
      Ran ran = Ran.in(folder, "policy", "check", shipped.toString());
      assertThat(ran).isEqualTo(new Ran(0, name + ": no faults\n", ""));
    }
  }

  @Test
  void check_ofAPackWithFewExamples_asksForMore() {
    Ran ran = Ran.in(folder, "policy", "check");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out()).contains("`holds` has 1 of at least 6 examples in `en`");
  }

  @Test
  void check_namesAllFaultsWithTheirPlaces() throws IOException {
    edit("policy/2021-11.yaml", "speaker.provides &&", "speaker.provids &&");
    edit("policy/2021-11.yaml", "label: solicit", "label: solicitt");
    Ran ran = Ran.in(folder, "policy", "check");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out())
        .containsPattern("human-exploitation/policy/2021-11.yaml:\\d+:\\d+: .*`speaker.provids`")
        .containsPattern("human-exploitation/policy/2021-11.yaml:\\d+:\\d+: .*`solicitt`");
  }

  @Test
  void editedPack_decidesAgainOnceItIsPinned() throws IOException {
    edit("lexicon/en.yaml", "[inbox]", "[inbox, dm me]");
    String[] decide = {"explain", "--lang", "en", "we take people safely across, dm me"};
    Ran refused = Ran.in(folder, decide);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("is not what `lexicon` pins; run `bw policy pin`");
    assertThat(Ran.in(folder, "policy", "pin").out())
        .contains("pack.yaml: pinned 2021-11, 2022-12");
    assertThat(Ran.in(folder, decide).out()).startsWith("explain · post · en · review · offer");
    assertThat(Ran.in(folder, "policy", "pin").out()).contains("pack.yaml: unchanged");
    assertThat(pack.resolve(".pack.yaml.new")).doesNotExist();
  }

  @Test
  void test_ofARightPack_countsExamplesAndCases() {
    Ran ran = Ran.in(folder, "policy", "test", "--policy", "2021-11");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEqualTo("bw: deciding as if every removal were licensed\n");
    assertThat(ran.out().lines())
        .containsExactly(
            "human-exploitation@2021-11",
            "",
            "tried                     right",
            "asylum.information holds    1/1",
            "asylum.information near     1/1",
            "case benign.border          1/1",
            "case solicit.plain          1/1",
            "smuggling.offer holds       1/1",
            "smuggling.offer near        1/1",
            "smuggling.solicit holds     1/1",
            "smuggling.solicit near      1/1",
            "");
  }

  @Test
  void test_ofAWrongPack_saysWhatFails() throws IOException {
    edit("policy/2021-11.yaml", "when: asylum.topic", "when: asylum.topic || crossing.topic");
    Ran ran = Ran.in(folder, "policy", "test", "--policy", "2021-11", "--failures");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out())
        .contains(
            "asylum.information near  en  expected it not to hold, got asylum.information,"
                + " smuggling.offer: we take people across, inbox");
  }

  @Test
  void caseWithFaults_isNamedByLineAndMember() throws IOException {
    edit("cases/en.jsonl", "\"label\":\"benign\"", "\"label\":\"harmless\"");
    Ran ran = Ran.in(folder, "policy", "test");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("cases/en.jsonl:2: label: `harmless` is none of");
  }

  @Test
  void show_statesBothHalves() {
    Ran ran = Ran.in(folder, "policy", "show", "--lang", "es");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .containsSubsequence(
            "LO QUE ESTÁ PROHIBIDO",
            "smuggling.offer — Ofrecer el paso de personas",
            "LO QUE ESTÁ PERMITIDO O PROTEGIDO",
            "asylum.information — Información sobre asilo",
            "derecho    Universal Declaration of Human Rights, Art. 14");
  }

  @Test
  void show_ofOneClause_hasItsConditionAndExamples() {
    Ran ran = Ran.in(folder, "policy", "show", "smuggling.offer");
    assertThat(ran.out())
        .contains("speaker.provides && contact.handoff")
        .contains("· we take people safely across, inbox");
    assertThat(Ran.in(folder, "policy", "show", "no.such").code()).isEqualTo(2);
  }

  @Test
  void diff_namesWhatChanges_andTheTextsThatFlip() {
    Ran ran = Ran.in(folder, "policy", "diff", "2021-11", "2022-12");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .containsSubsequence(
            "changed smuggling.solicit — Asking for somebody who moves people",
            "  stance\n    - allowed_with_resources\n    + prohibited",
            "  outcome\n    - allow_with_resources\n    + remove",
            "  actions\n    + remove_content",
            "2 examples and cases flip (as if licensed)",
            "  allow_with_resources → remove  (2)",
            "who takes people safely across")
        .doesNotContain("smuggling.offer —");
  }

  @Test
  void unknownVersion_isAnswered_withTheNearestOne() {
    Ran ran = Ran.in(folder, "policy", "diff", "2021-11", "2022-11");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err()).contains("unknown version `2022-11`");
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(pack.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(pack.resolve(file), text.replace(from, to));
  }
}
