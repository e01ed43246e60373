package org.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideCommandTest {
  private static final String OFFER = "we take people safely across, inbox";
  private static final String ASK = "who takes people safely across";

  @TempDir Path folder;

  @Test
  void eachPost_isOneLineOfJson_inTheOrderOfInput() throws IOException {
    write("posts.jsonl", post("b", OFFER), post("a", "good morning to you"));
    Ran ran = Ran.in(folder, "decide", "posts.jsonl");
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines())
        .satisfiesExactly(
            first ->
                assertThat(first).startsWith("{\"id\":\"b\",\"revision\":1,\"outcome\":\"review\""),
            second ->
                assertThat(second)
                    .startsWith("{\"id\":\"a\",\"revision\":1,\"outcome\":\"allow\""));
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void assumedLicence_removes_andSaysSo() throws IOException {
    write("posts.jsonl", post("a", OFFER));
    Ran ran = Ran.in(folder, "decide", "--assume-licensed", "posts.jsonl");
    assertThat(ran.out()).contains("\"outcome\":\"remove\"");
    assertThat(ran.err())
        .isEqualTo("bw: deciding as if every removal were licensed (--assume-licensed)\n");
  }

  @Test
  void version_isChosenByName_withOrWithoutThePack() throws IOException {
    write("posts.jsonl", post("a", ASK));
    assertThat(Ran.in(folder, "decide", "posts.jsonl").out()).contains("allow_with_resources");
    for (String version : List.of("2022-12", "human-exploitation@2022-12")) {
      Ran ran = Ran.in(folder, "decide", "--assume-licensed", "--policy", version, "posts.jsonl");
      assertThat(ran.out()).contains("\"outcome\":\"remove\",\"label\":\"solicit\"");
    }
  }

  @Test
  void badLines_areSaidWithPlaceAndReason_andTheRestGoesOn() throws IOException {
    write("posts.jsonl", "{\"id\":7,\"text\":\"x\"}", post("a", "hello"), "{oops", "");
    Ran ran = Ran.in(folder, "decide", "posts.jsonl");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out().lines()).hasSize(1);
    assertThat(ran.err().lines())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("posts.jsonl:1: id: must be text, not a number"),
            second -> assertThat(second).startsWith("posts.jsonl:3: event: is not JSON"));
  }

  @Test
  void malformedUtf8_isABadLine() throws IOException {
    Files.write(folder.resolve("t.txt"), new byte[] {'a', '\n', (byte) 0xFF, '\n', 'b'});
    Ran ran = Ran.in(folder, "decide", "--text", "t.txt");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).isEqualTo("t.txt:2: event: not UTF-8\n");
    assertThat(ran.out().lines()).hasSize(2);
  }

  @Test
  void unknownMembers_areCountedOnce_atTheEnd() throws IOException {
    write(
        "posts.jsonl",
        "{\"id\":\"a\",\"text\":\"x\",\"likes\":1}",
        "{\"id\":\"b\",\"text\":\"x\",\"likes\":2}");
    Ran ran = Ran.in(folder, "decide", "posts.jsonl");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEqualTo("bw: ignored unknown members: `likes` (2)\n");
  }

  @Test
  void plainText_namesPostsByFileAndLine_andSkipsBlankLines() throws IOException {
    Files.createDirectory(folder.resolve("in"));
    write("in/t.txt", "hello", "", "  ", OFFER);
    Ran ran = Ran.in(folder, "decide", "--text", "--lang", "en", "in/t.txt");
    assertThat(ran.out().lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("{\"id\":\"t.txt:1\""),
            second -> assertThat(second).startsWith("{\"id\":\"t.txt:4\""));
  }

  @Test
  void gzip_isKnownByItsFirstBytes_whateverItsName() throws IOException {
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("posts")))) {
      gzip.write((post("a", "x") + "\n").getBytes(UTF_8));
    }
    write("more.jsonl", post("b", "y"));
    Ran ran = Ran.in(folder, "decide", "posts", "more.jsonl");
    assertThat(ran.out().lines()).hasSize(2);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void cutGzip_decidesWhatCameAndSaysSo() throws IOException {
    var whole = new java.io.ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(whole)) {
      for (int i = 0; i < 2_000; i++) gzip.write((post("p" + i, "x" + i) + "\n").getBytes(UTF_8));
    }
    Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(whole.toByteArray(), 4_000));
    Ran ran = Ran.in(folder, "decide", "cut.gz");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out().lines().count()).isPositive();
    assertThat(ran.err()).contains("bw: cannot read `cut.gz` to its end");
  }

  @Test
  void standardInput_isADash() {
    Ran ran = Ran.with(post("a", OFFER) + "\n", folder, "decide", "-");
    assertThat(ran.out()).startsWith("{\"id\":\"a\"");
  }

  @Test
  void missingFiles_areAllNamed_beforeAnythingStarts() throws IOException {
    write("posts.jsonl", post("a", "x"));
    Ran ran = Ran.in(folder, "decide", "posts.jsonl", "no-1", "no-2");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isEqualTo("bw: no file `no-1`\nno file `no-2`\n");
  }

  @Test
  void surfaceAndLanguage_areAssumedOnlyWherePostsSayNothing() throws IOException {
    String searched = "{\"id\":\"s\",\"text\":\"%s\"}".formatted(OFFER);
    String posted = "{\"id\":\"p\",\"text\":\"%s\",\"surface\":\"post\"}".formatted(OFFER);
    write("posts.jsonl", searched, posted);
    Ran ran = Ran.in(folder, "decide", "--surface", "search", "--lang", "en", "posts.jsonl");
    assertThat(ran.out().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"outcome\":\"allow_with_resources\""),
            second -> assertThat(second).contains("\"outcome\":\"review\""));
  }

  @Test
  void table_hasARowForEachPost() throws IOException {
    write("posts.jsonl", post("a", OFFER));
    Ran ran = Ran.in(folder, "decide", "--table", "posts.jsonl");
    assertThat(ran.out().lines())
        .containsExactly(
            "id                       outcome              label                  lang clause"
                + "                     text",
            "a                        review               offer                  en  "
                + " smuggling.offer            we take people safely a…");
  }

  @Test
  void summary_countsByOutcomeLabelClauseAndLanguage() throws IOException {
    write("posts.jsonl", post("a", OFFER), post("b", OFFER), post("c", ASK), "{");
    Ran ran = Ran.in(folder, "decide", "--summary", "--assume-licensed", "posts.jsonl");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .contains("policy   human-exploitation@2021-11\n")
        .contains("decided  as if every removal were licensed")
        .contains("posts    3 decided, 1 refused\n")
        .contains("remove                2  66.667 %\n")
        .contains("smuggling.solicit  1  33.333 %\n");
  }

  @Test
  void summaryAsJson_isOneObject() throws IOException {
    write("posts.jsonl", post("a", OFFER));
    Ran ran = Ran.in(folder, "decide", "--summary", "--json", "posts.jsonl");
    assertThat(ran.out())
        .startsWith(
            "{\"policies\":[\"human-exploitation@2021-11\"],\"assumeLicensed\":false,\"n\":1")
        .contains("\"outcome\":{\"review\":{\"n\":1,\"share\":1.0}}");
  }

  @Test
  void explained_underlinesTheEvidence() throws IOException {
    write("posts.jsonl", post("a", OFFER));
    Ran ran = Ran.in(folder, "decide", "--explain", "posts.jsonl");
    assertThat(ran.out())
        .startsWith("a · post · en · review · offer\n  " + OFFER + "\n  ^^^^^^^^")
        .contains("smuggling.offer")
        .contains("queue_review")
        .containsPattern("human-exploitation@2021-11\\s+sha256:[0-9a-f]{64}");
  }

  @Test
  void results_areEqualBytes_whateverTheThreads() throws IOException {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(Long.getLong("seed", 7L));
    var file = new StringBuilder();
    for (int i = 0; i < 5_000; i++) file.append(generated(i, random)).append('\n');
    Files.writeString(folder.resolve("many.jsonl"), file);
    Ran one = Ran.in(folder, "decide", "--threads", "1", "many.jsonl");
    Ran four = Ran.in(folder, "decide", "--threads", "4", "many.jsonl");
    assertThat(four).isEqualTo(one);
    assertThat(one.code()).isEqualTo(1);
    assertThat(one.out().lines().count()).isGreaterThan(4_000);
  }

  @Test
  void readerWhoLeaves_endsTheRunQuietly() throws IOException {
    write("posts.jsonl", post("a", "x"));
    var gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    assertThat(Ran.to(gone, folder, "decide", "posts.jsonl")).isEqualTo(new Ran(0, "", ""));
  }

  private static String generated(int number, RandomGenerator random) {
    List<String> words =
        List.of("we take people", "across", "inbox", "asylum", "who", "é", "日本", "x");
    if (random.nextInt(20) == 0) return "{\"id\":" + number;
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(words.get(random.nextInt(words.size()))).append(' ');
    }
    return post("p" + number, text.toString());
  }

  private static String post(String id, String text) {
    return "{\"id\":\"%s\",\"text\":\"%s\",\"lang\":\"en\"}".formatted(id, text);
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }
}
