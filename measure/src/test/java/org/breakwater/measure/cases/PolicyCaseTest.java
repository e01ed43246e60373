package org.breakwater.measure.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.junit.jupiter.api.Test;

class PolicyCaseTest {
  @Test
  void everyMember_isRead() {
    PolicyCase read =
        only(
            """
            {"id":"c1","text":"words","surface":"comment","lang":"en",\
            "functionality":"offer.coded","contrastOf":"c2","label":"offer",\
            "expected":{"2021-11":["review","remove"],"2022-12":"remove"},\
            "seed":"c0","style":"trader","split":"held","neverRemove":true}""");
    assertThat(read.event()).isEqualTo(ContentEvent.of("c1", "words", Surface.COMMENT, "en"));
    assertThat(read.functionality()).isEqualTo("offer.coded");
    assertThat(read.contrastOf()).isEqualTo("c2");
    assertThat(read.label()).isEqualTo(Label.OFFER);
    assertThat(read.expected().in("2021-11")).containsExactly(Outcome.REVIEW, Outcome.REMOVE);
    assertThat(read.expected().in("2022-12")).containsExactly(Outcome.REMOVE);
    assertThat(read.expected().in("2099-01")).isEmpty();
    assertThat(read.seed()).isEqualTo("c0");
    assertThat(read.style()).isEqualTo("trader");
    assertThat(read.split()).isEqualTo(Split.HELD);
    assertThat(read.neverRemove()).isTrue();
  }

  @Test
  void oneExpectation_standsForAllVersions() {
    String line =
        """
        {"id":"c","text":"","functionality":"f","label":"benign","split":"train","expected":%s}""";
    assertThat(only(line.formatted("\"allow\"")).expected().in("2022-12"))
        .containsExactly(Outcome.ALLOW);
    assertThat(only(line.formatted("[\"allow_with_resources\",\"allow\"]")).expected().in("any"))
        .containsExactly(Outcome.ALLOW, Outcome.ALLOW_WITH_RESOURCES);
  }

  @Test
  void anotherAuthorsCase_needsOnlyAnOutcome_andCountsAsHeld() {
    PolicyCase read = only("{\"id\":\"x\",\"text\":\"words\",\"expected\":\"allow\"}");
    assertThat(read.functionality()).isEmpty();
    assertThat(read.label()).isNull();
    assertThat(read.split()).isEqualTo(Split.HELD);
  }

  @Test
  void aFunctionality_isReadFromItsDefinition() {
    CaseFile<Functionality> read =
        Functionality.read(
            "f.jsonl",
            List.of(
                "{\"id\":\"offer.coded\",\"text\":\"trade code\",\"label\":\"offer\","
                    + "\"expected\":[\"remove\"],\"split\":\"held\"}"));
    Functionality one = ((CaseFile.Whole<Functionality>) read).cases().getFirst();
    assertThat(one.group()).isEqualTo("offer");
    assertThat(one.means()).isEqualTo("trade code");
    assertThat(one.neverRemove()).isFalse();
  }

  @Test
  void allFaultsOfAFile_areNamedByLineAndMember() {
    List<String> lines =
        List.of(
            "{\"id\":\"a\",\"text\":\"\",\"functionality\":\"f\",\"label\":\"benign\","
                + "\"split\":\"train\",\"expected\":\"allow\"}",
            "",
            "{\"id\":\"a\",\"text\":\"\",\"functionality\":\"f\",\"label\":\"benine\","
                + "\"split\":\"train\",\"expected\":{\"2021-11\":[\"alow\"]},\"stile\":\"x\"}",
            "{\"id\":\"b\",\"surface\":\"wall\"}",
            "{\"id\":\"c\",\"text\":\"\",\"functionality\":3,\"neverRemove\":\"no\","
                + "\"expected\":[]}",
            "{");
    CaseFile<PolicyCase> read = PolicyCase.read("cases/x.jsonl", lines);
    assertThat(((CaseFile.Faulty<PolicyCase>) read).faults())
        .extracting(CaseFault::toString)
        .satisfiesExactly(
            fault -> assertThat(fault).isEqualTo("cases/x.jsonl:3: id: `a` stands in line 1 too"),
            fault ->
                assertThat(fault)
                    .startsWith("cases/x.jsonl:3: label: `benine` is none of offer, facilitate"),
            fault ->
                assertThat(fault)
                    .isEqualTo(
                        "cases/x.jsonl:3: expected.2021-11: `alow` is none of"
                            + " allow, allow_with_resources, review, remove, escalate"),
            fault ->
                assertThat(fault)
                    .isEqualTo("cases/x.jsonl:3: stile: is no member of this kind of case"),
            fault -> assertThat(fault).startsWith("cases/x.jsonl:4: surface: `wall` is none of"),
            fault -> assertThat(fault).isEqualTo("cases/x.jsonl:4: text: is required"),
            fault -> assertThat(fault).isEqualTo("cases/x.jsonl:5: functionality: must be text"),
            fault -> assertThat(fault).isEqualTo("cases/x.jsonl:5: expected: names no outcome"),
            fault ->
                assertThat(fault).isEqualTo("cases/x.jsonl:5: neverRemove: must be true or false"),
            fault -> assertThat(fault).startsWith("cases/x.jsonl:6: event: is not JSON"));
  }

  private static PolicyCase only(String line) {
    CaseFile<PolicyCase> read = PolicyCase.read("x.jsonl", List.of(line));
    assertThat(read).isInstanceOf(CaseFile.Whole.class);
    return ((CaseFile.Whole<PolicyCase>) read).cases().getFirst();
  }
}
