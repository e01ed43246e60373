package org.breakwater.engine.policy.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.engine.policy.text.SamplePack.rejected;

import java.util.Map;
import java.util.TreeMap;
import org.breakwater.engine.policy.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackFaultsTest {
  @Test
  void folderWithoutPackYaml_isNoPack() {
    assertThat(rejected(Pack.of(Map.of()).load("")))
        .containsExactly("pack.yaml:1:1: is missing; a pack is a folder with a `pack.yaml`");
  }

  @Test
  void unknownVersion_namesTheNearest() {
    assertThat(rejected(new SamplePack().pack().load("2021-12")))
        .containsExactly("pack.yaml:1:1: unknown version `2021-12`; did you mean `2021-11`?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pack: sample|pack: Sample!|2:7: expected a lower-case name",
        "pack: sample|pak: sample|2:1: unknown key `pak`",
        "date: 2021-11-04|date: today|3:7: expected a date such as `2021-11-04`, found `today`",
        "default: 2021-11|default: 2021-12|4:10: unknown version `2021-12`; did you mean",
      })
  void wrongPackYaml_isRefused(String part, String otherwise, String expected) {
    String text = SamplePack.PACK.replace(part, otherwise);
    assertThat(new SamplePack().file("pack.yaml", text).problems().toString()).contains(expected);
  }

  @Test
  void malformedOrMissingPins_areFaults() {
    String text = SamplePack.PACK.replace("{}", "{clauses: md5:12, model: 'sha256:%s'}");
    assertThat(
            rejected(
                new SamplePack().file("pack.yaml", text.formatted("0".repeat(64))).pack().load("")))
        .anyMatch(each -> each.contains(":6:22: `md5:12` is no pin"))
        .anyMatch(each -> each.contains(":6:12: missing `lexicon`; run `bw policy pin`"))
        .anyMatch(each -> each.contains(":6:37: `model/` is not what `model` pins"));
  }

  @Test
  void versionWithoutItsFile_isRefused() {
    String text = SamplePack.PACK + "  2022-12: {}\n";
    assertThat(rejected(new SamplePack().file("pack.yaml", text).pack().loadUnpinned("2022-12")))
        .contains("pack.yaml:7:12: the version has no clauses; write `policy/2022-12.yaml`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<we> (take|<wee> (take|6:22: unknown word class `wee`; did you mean `we`?",
        "[we, i, our team]|['<people>', i]|4:20:"
            + " the word class `we` contains itself; by way of we, people",
        "language: en|language: english|1:11: `english` is not a language",
        "idiom:|idium:|7:3: unknown concept `idium`; did you mean `idiom`?",
        "idiom:|price.amount:|7:3: unknown concept `price.amount`",
        "[coyote ugly]|[{a: b}]|7:11: expected a text, found a mapping",
        "[coyote ugly]|coyote ugly|7:10: expected a list, found `coyote ugly`",
        "we: [we, i, our team]|we: []|3:7: the word class `we` is empty",
      })
  void wrongLexicon_isRefused(String part, String otherwise, String expected) {
    if (!SamplePack.LEXICON.contains(part)) throw new IllegalArgumentException(part);
    String text = SamplePack.LEXICON.replace(part, otherwise);
    assertThat(new SamplePack().file("lexicon/en.yaml", text).problems().toString())
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "verifiedAt: 2022-02-01|verifiedAt:|missing `verifiedAt`",
        "verifyMethod: call|verifyMethod: guess|unknown verifyMethod `guess`",
        "expiresAt: 2022-07-31|expiresAt: 2021-02-01|expires before it was verified",
        "expiresAt: 2022-07-31|expiresAt: 2022-08-01|expires more than 180 days after",
        "status: VERIFIED|status: FINE|unknown status `FINE`; known are `UNVERIFIED`",
        "id: other.line|id: help.line|a resource `help.line` exists already",
        "audience: [asylum]|audience: [asilum]|unknown audience `asilum`; did you mean `asylum`?",
        "scope: national|scope: local|unknown scope `local`",
        "name: Not verified|nam: Not verified|unknown key `nam`; did you mean `name`?",
        "sourceDate: 2022-01-01|sourceDate: soon|expected a date",
        "- id: help.line|- name: x|missing `id`",
      })
  void wrongResource_isRefused(String part, String otherwise, String expected) {
    if (!SamplePack.RESOURCES.contains(part)) throw new IllegalArgumentException(part);
    String text = SamplePack.RESOURCES.replace(part, otherwise);
    assertThat(new SamplePack().file("resources/lines.yaml", text).problems().toString())
        .contains(expected);
  }

  @Test
  void lawEnforcement_andWhoSharesWithImmigration_areNeverShownByDefault() {
    for (String change :
        new String[] {"operatorType: LAW_ENFORCEMENT", "sharesWithImmigration: yes"}) {
      String key = change.substring(0, change.indexOf(':'));
      String text = SamplePack.RESOURCES.replaceFirst(key + ": \\w+", change);
      var version = new SamplePack().file("resources/lines.yaml", text).version();
      assertThat(version.resources()).singleElement().matches(each -> !each.byDefault());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "language: es|language: und|`und` cannot be licensed",
        "errors: 0|errors: 999|more errors than cases",
        "clause: smuggling.offer|clause: smuggling.ofer|did you mean `smuggling.offer`?",
        "surface: post|surface: pst|did you mean `post`?",
        "bound: 0.003|bound: low|expected a number, found `low`",
      })
  void wrongLicence_isRefused(String part, String otherwise, String expected) {
    if (!SamplePack.AUTOMATION.contains(part)) throw new IllegalArgumentException(part);
    String text = SamplePack.AUTOMATION.replace(part, otherwise);
    assertThat(new SamplePack().file("automation.yaml", text).problems().toString())
        .contains(expected);
  }

  @Test
  void check_asksForExamples_andForConditionsThatCanHold() {
    var sample =
        new SamplePack()
            .clauses("asylum.topic && !speaker.provides", "lang == 'en' && lang == 'es'")
            .pinned();
    assertThat(sample.pack().load("")).isInstanceOf(Loaded.Accepted.class);
    assertThat(sample.pack().check("").stream().map(Problem::toString))
        .contains(
            "policy/2021-11.yaml:21:9: the tests of `lang` exclude each other; drop one of them",
            "policy/2021-11.yaml:14:5: `holds` has 1 of at least 6 examples in `es`",
            "policy/2021-11.yaml:16:3: `near` has 0 of at least 6 examples in `en`")
        .hasSize(9);
  }

  @Test
  void check_refusesTheSameTextOnBothSides() {
    var sample =
        new SamplePack().clauses("They take people across", "We take you across, inbox").pinned();
    assertThat(sample.pack().check("").toString())
        .contains("`We take you across, inbox` is in `holds` and in `near`");
  }

  @Test
  void fileThatIsNotUtf8_isRefused() {
    var files = new TreeMap<>(new SamplePack().pack().files());
    files.put("lexicon/en.yaml", new byte[] {'l', (byte) 0xff});
    assertThat(rejected(Pack.of(files).loadUnpinned("")))
        .containsExactly("lexicon/en.yaml:1:1: is not UTF-8; save it as UTF-8");
  }
}
