package org.breakwater.measure.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breakwater.engine.content.Surface;
import org.breakwater.measure.cases.SignalCase.Value;
import org.junit.jupiter.api.Test;

class SignalCaseTest {
  private static final String LINE =
      """
      {"id":"x","text":"words","lang":"en","signal":"%s","expected":%s,"contrastOf":"y",\
      "split":"held","surface":"comment","context":{"replyTo":"before"}}""";

  @Test
  void everyMember_isRead() {
    SignalCase read = only(LINE.formatted("speaker.provides", true));
    assertThat(read.event().surface()).isEqualTo(Surface.COMMENT);
    assertThat(read.event().context().replyTo()).isEqualTo("before");
    assertThat(read.signal().name()).isEqualTo("speaker.provides");
    assertThat(read.expected()).isEqualTo(new Value.Present());
    assertThat(read.contrastOf()).isEqualTo("y");
    assertThat(read.split()).isEqualTo(Split.HELD);
  }

  @Test
  void expectedValues_fitTheTypeOfTheirSignal() {
    assertThat(only(LINE.formatted("price.amount", 1500)).expected())
        .isEqualTo(new Value.Amount(1500));
    assertThat(only(LINE.formatted("price.amount", false)).expected())
        .isEqualTo(new Value.Absent());
    assertThat(only(LINE.formatted("price.currency", "\"USD\"")).expected())
        .isEqualTo(new Value.Text("USD"));
  }

  @Test
  void misfits_areFaults() {
    List<String> lines =
        List.of(
            LINE.formatted("speaker.provides", "\"yes\""),
            LINE.formatted("price.amount", "\"1500\"").replace("\"x\"", "\"x2\""),
            LINE.formatted("speaker.offers", true).replace("\"x\"", "\"x3\""));
    CaseFile<SignalCase> read = SignalCase.read("s.jsonl", lines);
    assertThat(((CaseFile.Faulty<SignalCase>) read).faults())
        .extracting(CaseFault::toString)
        .containsExactly(
            "s.jsonl:1: expected: must be true or false for `speaker.provides`",
            "s.jsonl:2: expected: must be a number, true or false for `price.amount`",
            "s.jsonl:3: signal: unknown signal `speaker.offers` (`bw signals` lists them all)");
  }

  private static SignalCase only(String line) {
    CaseFile<SignalCase> read = SignalCase.read("s.jsonl", List.of(line));
    assertThat(read).isInstanceOf(CaseFile.Whole.class);
    return ((CaseFile.Whole<SignalCase>) read).cases().getFirst();
  }
}
