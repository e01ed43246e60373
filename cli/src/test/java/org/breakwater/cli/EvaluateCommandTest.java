package org.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final String OFFER =
      "Cruzamos gente a Estados Unidos sin papeles, 6000 dolares por persona, wasap 55 5555 0123";
  private static final String CASES =
      """
      {"id":"a","text":"%s","lang":"es","expected":["remove","review"]}
      {"id":"b","text":"nice weather today","expected":"allow"}
      {"id":"c","text":"we sell cakes","expected":"allow","split":"train"}
      """
          .formatted(OFFER);

  @TempDir Path folder;

  private Ran evaluate(String cases, String... more) throws IOException {
    Files.writeString(folder.resolve("mine.jsonl"), cases);
    String[] arguments = new String[more.length + 4];
    arguments[0] = "evaluate";
    arguments[1] = "mine.jsonl";
    arguments[2] = "--pack";
    arguments[3] = Path.of("..", "packs", "human-exploitation").toAbsolutePath().toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Ran.in(folder, arguments);
  }

  @Test
  void aForeignFile_needsIdTextAndExpectedOnly() throws IOException {
    Ran ran = evaluate(CASES);
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("3 cases")
        .containsPattern("all +held +prohibited +1 +1\\.000")
        .containsPattern("all +held +look-alike +1 +1\\.000")
        .containsPattern("all +train +look-alike +1 +1\\.000");
  }

  @Test
  void anUnmetBar_orOneOfWhichNothingWasMeasured_isExit4() throws IOException {
    assertThat(evaluate(CASES, "--bar", "held.prohibited.served>=0.9").code()).isZero();
    assertThat(evaluate(CASES, "--bar", "held.look-alike.removed>=0.9").code()).isEqualTo(4);
    assertThat(evaluate(CASES, "--bar", "held.danger.served>=0.1").code()).isEqualTo(4);
    assertThat(evaluate(CASES, "--bar", "held.danger>=0.1").code()).isEqualTo(2);
  }

  @Test
  void aNeverRemoveCaseRemoved_isExit4_withoutAnyBar() throws IOException {
    String gravest =
        "{\"id\":\"x\",\"text\":\"%s\",\"lang\":\"es\",\"expected\":\"allow\",\"neverRemove\":true}"
            .formatted(OFFER);
    Ran ran = evaluate(gravest, "--assume-licensed");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.out())
        .contains("Never to be removed: 1 cases, 1 removed")
        .contains("(held: kept unread; --show-held prints it)")
        .doesNotContain(OFFER);
  }

  @Test
  void anotherSystemsAnswers_areScoredTheSame() throws IOException {
    Files.writeString(
        folder.resolve("theirs.jsonl"),
        """
        {"id":"a","outcome":"allow","label":"fine"}
        {"id":"b","outcome":"remove"}
        """);
    Ran ran = evaluate(CASES, "--predictions", "theirs.jsonl");
    assertThat(ran.out())
        .contains("theirs.jsonl on mine.jsonl: 2 cases")
        .containsPattern("all +held +prohibited +1 +0\\.000")
        .contains("a post that breaks nothing was removed");
  }

  @Test
  void badAnswers_areNamedByLine() throws IOException {
    Files.writeString(folder.resolve("bad.jsonl"), "{\"outcome\":\"allow\"}\n{\"id\":\"a\"}\n");
    Ran ran = evaluate(CASES, "--predictions", "bad.jsonl");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.err())
        .contains("bad.jsonl:1: id: is required", "bad.jsonl:2: outcome: must be one of allow");
  }

  @Test
  void disguises_areCountedApart() throws IOException {
    Ran ran = evaluate(CASES, "--mutate");
    assertThat(ran.out()).contains("3 cases").containsPattern("zero_width +held +prohibited +1");
  }

  @Test
  void thePage_standsAlone_andEscapesTexts() throws IOException {
    String cases =
        "{\"id\":\"a\",\"text\":\"<script>alert(1)</script>\",\"expected\":\"remove\","
            + "\"split\":\"train\"}";
    Ran ran = evaluate(cases, "--html");
    assertThat(ran.out())
        .startsWith("<!doctype html>")
        .contains("&lt;script&gt;", "<svg", "prefers-color-scheme: dark", "@media print")
        .doesNotContain("<script>", "http:", "https:");
  }

  @Test
  void json_hasEveryFigureWithItsInterval() throws IOException {
    assertThat(evaluate(CASES, "--json").out())
        .contains("\"dataset\":\"mine.jsonl\"", "\"served\":{\"count\":1,\"of\":1,\"low\":0.2065");
  }

  @Test
  void benign_countsAndListsWhatWasFlagged() throws IOException {
    Files.writeString(folder.resolve("posts.txt"), "good morning\n" + OFFER + "\n\n");
    Files.writeString(folder.resolve("more.jsonl"), "{\"id\":\"x\",\"text\":\"hi\"}\n{\"id\":1}\n");
    String pack = Path.of("..", "packs", "human-exploitation").toAbsolutePath().toString();
    Ran ran =
        Ran.in(
            folder,
            "benign",
            "posts.txt",
            "more.jsonl",
            "--assume-licensed",
            "--show-held",
            "--pack",
            pack);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("more.jsonl:2: id:");
    assertThat(ran.out())
        .contains("on 3 posts")
        .containsPattern("removed +1 +33333\\.3")
        .containsPattern("keyword list +1 ")
        .contains("prove little", "posts.txt:2");
  }

  @Test
  void benign_keepsThreeQuartersUnread() {
    long readable =
        IntStream.range(0, 4_000).filter(i -> BenignTally.mayBeRead("line " + i)).count();
    assertThat(readable).isBetween(900L, 1_100L);
    // SHA-256 of "abc" ends in ad, that of the empty text in 55.
    assertThat(BenignTally.mayBeRead("abc")).isFalse();
    assertThat(BenignTally.mayBeRead("")).isFalse();
  }

  @Test
  void cases_check_saysWhatIsWrong() throws IOException {
    Files.writeString(
        folder.resolve("functionalities.jsonl"),
        "{\"id\":\"stays.a\",\"text\":\"t\",\"label\":\"benign\",\"expected\":\"allow\","
            + "\"split\":\"held\"}");
    Files.writeString(folder.resolve("mine.jsonl"), CASES);
    Ran ran = Ran.in(folder, "cases", "check", ".");
    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err()).contains("a: no functionality `` is defined");
    assertThat(ran.out()).contains("distinctFiveGrams", "faults");
  }
}
