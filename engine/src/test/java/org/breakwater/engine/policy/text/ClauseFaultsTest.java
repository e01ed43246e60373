package org.breakwater.engine.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClauseFaultsTest {
  private static Stream<Arguments> oneFault() {
    return Stream.of(
        fault("label: offer", "lable: offer", "3:3: unknown key `lable`; did you mean `label`?"),
        fault("label: offer", "label: ofer", "3:10: unknown label `ofer`; did you mean `offer`?"),
        fault("stance: prohibited", "stance: banned", "4:11: unknown stance `banned`; known are"),
        fault("severity: 4", "severity: 6", "5:13: severity must lie in 1..5, found `6`"),
        fault("severity: 4", "severity: high", "5:13: expected a whole number, found `high`"),
        fault("severity: 4", "severity: 4\n  severity: 4", "6:3: `severity` stands here twice"),
        fault("id: asylum.safety", "id: Asylum!", "16:7: expected a dotted lower-case name"),
        fault("default: remove", "default: delete", "8:22: unknown outcome `delete`; known are"),
        fault("search: allow", "serch: allow", "8:30: unknown surface `serch`; did you mean"),
        fault("remove_content,", "remove_contnt,", "9:23: unknown action `remove_contnt`"),
        fault("remove_content,", "preserve,", "9:23: the action `preserve` stands here twice"),
        fault("P30D", "30 days", "9:73: expected an ISO 8601 duration of days such as `P30D`"),
        fault("P365D", "P0D", "10:32: expected an ISO 8601 duration of days"),
        fault("count: 1", "count: -1", "10:20: strikes cannot be negative"),
        fault("date: 2022-10-28, grade: primary", "date: 2022-13-28, grade: primary", "12:46: exp"),
        fault("grade: primary", "grade: first", "12:65: unknown grade `first`; known are"),
        fault("en: Offering", "english: x, en: Offering", "2:11: `english` is not a language"),
        fault("  title: Advice", "  # title: Advice", "16:3: missing `title`"),
        fault("  label: asylum_safety\n", "", "16:3: missing `label`"),
        fault("  outcome: allow\n", "", "16:3: missing `outcome`"),
        fault("[preserve, remove", "[hold, remove", "9:13: unknown action `hold`"),
        fault("right: Freedom of information, UDHR Art. 19", "right:", "19:11: missing `right`"),
        fault("stance: protected", "stance: allowed", "23:10: `right` is for protected clauses"),
        fault("stance: prohibited", "stance: needs_context", "8:12: the outcome of a `needs_"),
        fault("outcome: allow\n", "outcome: remove\n  certain: true\n", "cannot remove"),
        fault("  certain: ", "  # ", "8:12: missing `certain`; a clause that removes says when"),
        fault("label: offer", "label: solicit", "10:12: `solicit` never earns a strike"),
        fault("label: offer", "hold: hidden\n  label: offer", "3:9: `hold: hidden` is for sev"),
        fault("label: offer", "hold: gone\n  label: offer", "3:9: unknown hold `gone`"),
        fault("asylum.topic && !speaker.provides", "false", "21:9: `when` can never hold"),
        fault("id: asylum.safety", "id: smuggling.offer", "16:3: a clause `smuggling.offer` st"));
  }

  @ParameterizedTest
  @MethodSource("oneFault")
  void oneFault_isTheOnlyOne_withPlaceAndCure(String part, String otherwise, String expected) {
    assertThat(new SamplePack().clauses(part, otherwise).problems())
        .singleElement()
        .asString()
        .startsWith("policy/2021-11.yaml:")
        .contains(expected);
  }

  @Test
  void conditionFault_hasItsPlaceInThePlainText() {
    assertThat(new SamplePack().clauses("crossing.service &&", "crossing.servise &&").problems())
        .containsExactly(
            "policy/2021-11.yaml:6:29: unknown signal `crossing.servise`; did you mean"
                + " `crossing.service`?");
  }

  @Test
  void conditionFault_hasItsPlaceInFoldedQuotedAndLiteralText() {
    String folded = ">-\n    speaker.provides &&\n\n      crosing.service";
    assertThat(when(folded)).contains(":9:7: unknown signal `crosing.service`");
    String literal = "|\n    speaker.provides &&\n    (crosing.service)\n";
    assertThat(when(literal)).contains(":8:6: unknown signal `crosing.service`");
    assertThat(when("'!crosing.service && surface == ''post'''"))
        .contains(":6:11: unknown signal `crosing.service`");
    assertThat(when("\"surface == 'post' && crosing.service\""))
        .contains(":6:31: unknown signal `crosing.service`");
    assertThat(when("speaker.provides\n    && crosing.service"))
        .contains(":7:8: unknown signal `crosing.service`");
  }

  @Test
  void conditionThatBeginsWithAnExclamationMark_asksForQuotes() {
    assertThat(when("!frame.governs")).contains("quotes");
    assertThat(when("!(frame.governs) && speaker.provides")).contains("quotes");
  }

  @Test
  void allFaults_areReportedAtOnce_inOrderOfPlace() {
    String clauses =
        SamplePack.CLAUSES
            .replace("label: offer", "label: ofer")
            .replace("price.present", "price.presnt")
            .replace("P365D", "P365")
            .replace("stance: protected", "stance: protekted")
            .replace("!speaker.provides", "!lang");
    var sample =
        new SamplePack()
            .file("policy/2021-11.yaml", clauses)
            .file("lexicon/en.yaml", "language: en\nphrases: {speaker.sing: [la]}\n")
            .file("automation.yaml", "2021-11: [{clause: x}]\n");
    assertThat(sample.pack().loadUnpinned(""))
        .isInstanceOfSatisfying(
            Loaded.Rejected.class, rejected -> assertThat(rejected.problems()).isSorted());
    assertThat(sample.problems())
        .hasSize(13)
        .anyMatch(each -> each.startsWith("policy/2021-11.yaml:3:10: unknown label"))
        .anyMatch(each -> each.startsWith("policy/2021-11.yaml:6:50: unknown signal"))
        .anyMatch(each -> each.startsWith("policy/2021-11.yaml:10:32: expected an ISO"))
        .anyMatch(each -> each.startsWith("policy/2021-11.yaml:19:11: unknown stance"))
        .anyMatch(each -> each.startsWith("policy/2021-11.yaml:21:26: `lang` is a text"))
        .anyMatch(each -> each.startsWith("lexicon/en.yaml:2:11: unknown concept `speaker.sing`"))
        .anyMatch(each -> each.startsWith("automation.yaml:1:20: unknown clause `x`"));
  }

  @Test
  void wrongTypes_areFaults_notFailures() {
    assertThat(new SamplePack().file("policy/2021-11.yaml", "just text").problems())
        .containsExactly("policy/2021-11.yaml:1:1: expected a list, found `just text`");
    assertThat(new SamplePack().file("policy/2021-11.yaml", "- 5\n- []\n").problems())
        .containsExactly(
            "policy/2021-11.yaml:1:3: expected a mapping, found `5`",
            "policy/2021-11.yaml:2:3: expected a mapping, found a list");
    assertThat(new SamplePack().clauses("label: offer", "label: [offer]").problems())
        .containsExactly("policy/2021-11.yaml:3:10: expected a text, found a list");
    assertThat(new SamplePack().file("policy/2021-11.yaml", "").problems())
        .containsExactly("policy/2021-11.yaml:1:1: is empty");
  }

  @Test
  void brokenYaml_isAFaultWithItsPlace() {
    assertThat(new SamplePack().clauses("[preserve", "[[preserve").problems())
        .singleElement()
        .asString()
        .startsWith("policy/2021-11.yaml:10:")
        .contains("is not YAML");
    assertThat(new SamplePack().file("policy/2021-11.yaml", "- &a [*a]\n").problems())
        .containsExactly(
            "policy/2021-11.yaml:1:3: anchors and aliases are not allowed; write it out");
  }

  private static String when(String condition) {
    return new SamplePack()
        .clauses(
            "speaker.provides && crossing.service && (price.present || contact.handoff)", condition)
        .problems()
        .toString();
  }

  private static Arguments fault(String part, String otherwise, String expected) {
    return Arguments.of(part, otherwise, expected);
  }
}
