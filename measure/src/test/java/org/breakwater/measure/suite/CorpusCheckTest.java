package org.breakwater.measure.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breakwater.measure.cases.CaseFile;
import org.breakwater.measure.cases.CorpusText;
import org.breakwater.measure.cases.Functionality;
import org.breakwater.measure.cases.PolicyCase;
import org.junit.jupiter.api.Test;

class CorpusCheckTest {
  private static final List<Functionality> FUNCTIONALITIES =
      whole(
          Functionality.read(
              "f",
              List.of(
                      "{'id':'a.held','text':'x','label':'offer','expected':'review',"
                          + "'split':'held'}",
                      "{'id':'a.train','text':'x','label':'offer','expected':'review',"
                          + "'split':'train'}")
                  .stream()
                  .map(CorpusCheckTest::json)
                  .toList()));
  private static final List<PolicyCase> CASES =
      whole(
          PolicyCase.read(
              "c",
              List.of(
                      "{'id':'h','text':'one two three four five six seven eight',"
                          + "'expected':'review'}",
                      "{'id':'t','text':'a b c d e f g h','expected':'review','split':'train'}")
                  .stream()
                  .map(CorpusCheckTest::json)
                  .toList()));

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static <T> List<T> whole(CaseFile<T> file) {
    return switch (file) {
      case CaseFile.Whole<T>(var cases) -> cases;
      case CaseFile.Faulty<T>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static List<String> faults(String functionality, String text) {
    String line =
        "{'id':'x','text':'%s','functionality':'%s','label':'offer'}"
            .formatted(text, functionality);
    return CorpusCheck.faults(
        FUNCTIONALITIES, CASES, whole(CorpusText.read("x", List.of(json(line)))));
  }

  @Test
  void textsOfTheirOwn_leakNothing() {
    assertThat(faults("a.other", "one two three and something else entirely")).isEmpty();
    assertThat(faults("a.train", "a b c d e f g and more of it")).isEmpty();
  }

  @Test
  void aHeldFunctionality_isNoneToLearn() {
    assertThat(faults("a.held", "words")).containsExactly("x: its functionality `a.held` is held");
  }

  @Test
  void whatACaseSays_isNothingToLearn_whateverItsMarks() {
    assertThat(faults("a.other", "A b, c d e f g h!"))
        .containsExactly("x: says what the case `t` says");
    assertThat(faults("a.other", "one two three four five six seven nine"))
        .containsExactly("x: says much of what a held case says");
  }
}
