package org.breakwater.engine.policy.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.engine.policy.text.SamplePack.accepted;
import static org.breakwater.engine.policy.text.SamplePack.rejected;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Relation;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.signal.Lexicon;
import org.breakwater.engine.signal.SignalCatalog;
import org.junit.jupiter.api.Test;

class PackTest {
  @Test
  void pinnedPack_isReadWhole() {
    PolicyVersion version = accepted(new SamplePack().pinned().pack().load(""));
    assertThat(version.name()).isEqualTo("sample@2021-11");
    assertThat(version.date()).isEqualTo(LocalDate.of(2021, 11, 4));
    assertThat(version.overlayHash()).isEmpty();
    assertThat(version.clauses())
        .extracting(Clause::id)
        .containsExactly("asylum.safety", "smuggling.offer");
  }

  @Test
  void clause_hasAllItsParts() {
    Clause offer = new SamplePack().version().clause("smuggling.offer").orElseThrow();
    assertThat(offer.titleIn("es")).isEqualTo("Ofrecer mover personas");
    assertThat(offer.label()).isEqualTo(Label.OFFER);
    assertThat(offer.stance()).isEqualTo(Stance.PROHIBITED);
    assertThat(offer.severity()).isEqualTo(4);
    assertThat(ConditionText.print(offer.when()))
        .isEqualTo("speaker.provides && crossing.service && (price.present || contact.handoff)");
    assertThat(offer.outcome().on(Surface.SEARCH)).isEqualTo(Outcome.ALLOW_WITH_RESOURCES);
    assertThat(offer.outcome().on(Surface.POST)).isEqualTo(Outcome.REMOVE);
    assertThat(offer.actions())
        .containsExactly(Action.PRESERVE, Action.REMOVE_CONTENT, Action.LIMIT_REPLIES);
    assertThat(offer.durations())
        .containsExactly(Map.entry(Action.LIMIT_REPLIES, Period.ofDays(30)));
    assertThat(offer.strikes()).isEqualTo(new Clause.Strikes(1, Period.ofDays(365)));
    assertThat(offer.source())
        .containsExactly(
            new Clause.Source(
                "A public document", LocalDate.of(2022, 10, 28), Clause.Source.Grade.PRIMARY));
    assertThat(offer.examples().near()).containsEntry("es", List.of("Cruzan gente"));
  }

  @Test
  void lexicon_expandsWordClasses_alsoWithinEachOther() {
    assertThat(new SamplePack().version().lexicon().entries())
        .containsExactly(
            new Lexicon.Entry("en", "idiom", "coyote ugly"),
            new Lexicon.Entry(
                "en",
                "speaker.provides",
                "(we|i|our team) (take|bring) (people|(we|i|our team) two)"));
  }

  @Test
  void onlyVerifiedResources_areRead() {
    assertThat(new SamplePack().version().resources())
        .singleElement()
        .satisfies(
            resource -> {
              assertThat(resource.id()).isEqualTo("help.line");
              assertThat(resource.entry().regions()).containsExactly("US");
              assertThat(resource.channels())
                  .containsExactly("tel:+1-202-555-0100", "https://help.example.org");
              assertThat(resource.byDefault()).isTrue();
              assertThat(resource.isCurrent(LocalDate.of(2022, 6, 1))).isTrue();
            });
  }

  @Test
  void automation_licensesItsTriplesOnly() {
    var automation = new SamplePack().version().automation();
    assertThat(automation.licenses("smuggling.offer", "es", Surface.POST)).isTrue();
    assertThat(automation.licenses("smuggling.offer", "en", Surface.POST)).isFalse();
  }

  @Test
  void versions_areListedInTheOrderOfTheFile() {
    var pack =
        new SamplePack()
            .file(
                "pack.yaml",
                SamplePack.PACK.replace("  2021-11: {}", "  2022-12: {}\n  2021-11: {}"));
    assertThat(pack.pack().versions())
        .isEqualTo(new Listed.Accepted("sample", List.of("2022-12", "2021-11"), "2021-11"));
  }

  @Test
  void pin_writesHashes_andKeepsComments() {
    String pinned = new SamplePack().packYaml();
    assertThat(pinned).startsWith("# the pack\npack: sample\n").contains("}  # first\n");
    assertThat(pinned)
        .containsPattern(
            "2021-11: \\{clauses: sha256:[0-9a-f]{64}, lexicon: sha256:[0-9a-f]{64}, model: null,");
    assertThat(new SamplePack().pinned().packYaml()).isEqualTo(pinned);
  }

  @Test
  void pin_editsValuesInPlace_inBlockStyleAsInFlow() {
    String block =
        SamplePack.PACK.replace(
            " {}  # first",
            """

                # why
                clauses: old  # c
                model:
                resources: "sha256:0"
            """);
    var sample = new SamplePack().file("pack.yaml", block);
    String pinned = sample.packYaml();
    assertThat(pinned)
        .containsPattern("    # why\n")
        .containsPattern("  clauses: sha256:[0-9a-f]{64}  # c");
    assertThat(pinned).contains("model: null\n");
    assertThat(accepted(sample.pinned().pack().load("")).hash())
        .isEqualTo(new SamplePack().version().hash());
  }

  @Test
  void pin_ofAnEmptyEntry_fillsIt() {
    var sample = new SamplePack().file("pack.yaml", SamplePack.PACK.replace(" {}", ""));
    assertThat(accepted(sample.pinned().pack().load("")).name()).isEqualTo("sample@2021-11");
  }

  @Test
  void pin_ofAVersionWithoutClauses_isRefused() {
    var file = SamplePack.PACK + "  2022-12: {}\n";
    assertThat(new SamplePack().file("pack.yaml", file).pack().pin(List.of("2022-12", "2030")))
        .isInstanceOfSatisfying(
            Pinned.Refused.class, refused -> assertThat(refused.problems()).hasSize(2));
  }

  @Test
  void hash_isThatOfTheEntryAsCanonicalJson() {
    var members = new TreeMap<String, String>();
    for (Artefact artefact : Artefact.values()) members.put(artefact.key(), "");
    members.put("clauses", "sha256:" + sha256(SamplePack.CLAUSES));
    members.put("automation", "sha256:" + sha256(SamplePack.AUTOMATION));
    members.put("lexicon", "sha256:" + sha256(listing("lexicon/en.yaml", SamplePack.LEXICON)));
    members.put(
        "resources", "sha256:" + sha256(listing("resources/lines.yaml", SamplePack.RESOURCES)));
    String json =
        ("{\"automation\":\"%s\",\"clauses\":\"%s\",\"lexicon\":\"%s\","
                + "\"model\":null,\"resources\":\"%s\"}")
            .formatted(
                members.get("automation"),
                members.get("clauses"),
                members.get("lexicon"),
                members.get("resources"));
    assertThat(new SamplePack().pinned().version().hash()).isEqualTo("sha256:" + sha256(json));
  }

  @Test
  void changedFile_isRefused_untilPinnedAnew() {
    var sample = new SamplePack().pinned().clauses("severity: 4", "severity: 3");
    assertThat(rejected(sample.pack().load("")))
        .containsExactly(
            "pack.yaml:6:22: `policy/2021-11.yaml` is not what `clauses` pins;"
                + " run `bw policy pin`");
    assertThat(accepted(sample.pinned().pack().load("")).clauses()).hasSize(2);
  }

  @Test
  void addedLexiconFile_isRefused_untilPinnedAnew() {
    var sample = new SamplePack().pinned().file("lexicon/es.yaml", SamplePack.LEXICON);
    assertThat(rejected(sample.pack().load("")))
        .singleElement()
        .asString()
        .contains("`lexicon/` is not what `lexicon` pins");
  }

  @Test
  void supersededFiles_areReadFromObjects() {
    var sample = new SamplePack().pinned();
    String before = sample.version().hash();
    sample
        .file("objects/" + sha256(SamplePack.CLAUSES), SamplePack.CLAUSES)
        .file("objects/" + sha256(SamplePack.LEXICON), SamplePack.LEXICON)
        .file(
            "objects/" + sha256(listing("lexicon/en.yaml", SamplePack.LEXICON)),
            listing("lexicon/en.yaml", SamplePack.LEXICON))
        .file("lexicon/en.yaml", "language: en\nphrases: {}\n")
        .clauses("severity: 4", "severity: 3");
    PolicyVersion version = accepted(sample.pack().load(""));
    assertThat(version.hash()).isEqualTo(before);
    assertThat(version.clause("smuggling.offer").orElseThrow().severity()).isEqualTo(4);
    assertThat(version.lexicon().entries()).hasSize(2);
  }

  @Test
  void objectThatIsNotWhatItsNameSays_isNotRead() {
    var sample = new SamplePack().pinned();
    sample.file("objects/" + sha256(SamplePack.CLAUSES), "- id: other\n");
    sample.clauses("severity: 4", "severity: 3");
    assertThat(rejected(sample.pack().load(""))).hasSize(1);
  }

  @Test
  void emoji_areReadWhereverTheyStandInAFile() {
    for (int pad = 950; pad < 1100; pad++) {
      String file = "language: en\n# " + "x".repeat(pad) + "\nphrases: {cue.joke: [\"🚤🚤\"]}\n";
      assertThat(new SamplePack().overlay("lexicon/en.joke.yaml", file).version().lexicon())
          .satisfies(lexicon -> assertThat(lexicon.entries()).hasSize(3));
    }
  }

  @Test
  void points_areReadByLanguage_andAnOperatorsTakeTheirPlace() {
    String file = "# why\nfeature\tscore.ask\n:base\t-12\n:cue.how_much\t9\nboat man\t7\n";
    var sample = new SamplePack().file("lexicon/en.points.tsv", file);
    assertThat(sample.version().lexicon().points())
        .singleElement()
        .satisfies(
            points -> {
              assertThat(points.language()).isEqualTo("en");
              assertThat(points.rows()).containsOnlyKeys(":base", ":cue.how_much", "boat man");
            });
    sample.overlay("lexicon/en.points.tsv", "feature\tscore.ask\n:base\t3\n");
    assertThat(sample.version().lexicon().points().getFirst().rows())
        .containsExactly(Map.entry(":base", List.of(3)));
  }

  @Test
  void points_thatMakeNoSense_areFaultsAllAtOnce() {
    var sample =
        new SamplePack()
            .file(
                "lexicon/en.points.tsv",
                """
                feature\tscore.ask
                :cue.how_mush\t9
                boat\t1\t2
                boat\tx
                a\t1
                a\t2
                boat tonight\t1
                """)
            .file("lexicon/es.points.tsv", "feature\tscore.aks\n")
            .file("lexicon/fr.points.tsv", "")
            .file("lexicon/points.points.tsv", "");
    assertThat(sample.problems())
        .containsExactly(
            "lexicon/en.points.tsv:2:1: unknown signal, cue or surface `cue.how_mush`;"
                + " remove the file, then `bw lexicon fit --write`",
            "lexicon/en.points.tsv:3:1: has 3 cells, not 2",
            "lexicon/en.points.tsv:4:1: `x` is no whole number from -32768 to 32767",
            "lexicon/en.points.tsv:6:1: `a` stands here twice",
            "lexicon/en.points.tsv:7:1: words of a pair are cut to 5 letters: `boat tonig`;"
                + " remove the file, then `bw lexicon fit --write`",
            "lexicon/es.points.tsv:1:1: unknown score `score.aks`; did you mean `score.ask`?",
            "lexicon/fr.points.tsv:1:1: is empty; `bw lexicon fit --write` writes it",
            "lexicon/points.points.tsv:1:1: its name tells no language; name it as in"
                + " `lexicon/es.points.tsv`");
  }

  @Test
  void overlay_addsPhrasesAndResources_andReplacesAutomation() {
    var sample =
        new SamplePack()
            .overlay("lexicon/es.yaml", "language: es\nphrases: {speaker.seeks: [busco coyote]}\n")
            .overlay("automation.yaml", "2021-11: []\n")
            .overlay(
                "resources/own.yaml",
                SamplePack.RESOURCES
                    .replace("help.line", "own.line")
                    .replace("other.line", "own.other"));
    PolicyVersion version = sample.version();
    assertThat(version.lexicon().entries())
        .contains(new Lexicon.Entry("es", "speaker.seeks", "busco coyote"))
        .hasSize(3);
    assertThat(version.resources())
        .extracting(each -> each.id())
        .containsExactly("help.line", "own.line");
    assertThat(version.automation().licenses("smuggling.offer", "es", Surface.POST)).isFalse();
    assertThat(version.overlayHash()).matches("sha256:[0-9a-f]{64}");
    assertThat(version.hash()).isEqualTo(new SamplePack().version().hash());
  }

  @Test
  void thresholds_replaceConstants_ofThatClauseAndSignal() {
    var version =
        new SamplePack()
            .overlay("thresholds.yaml", "smuggling.offer: {intent.provides: 0.5}\n")
            .version();
    assertThat(ConditionText.print(version.clause("smuggling.offer").orElseThrow().certain()))
        .isEqualTo("(offer.explicit || intent.provides >= 0.5) && !frame.governs")
        .contains(ConditionText.print(new Compare(slot("intent.provides"), AT_LEAST, 0.5)));
  }

  @Test
  void wrongOverlay_isRefusedWithAllItsFaults() {
    var sample =
        new SamplePack()
            .overlay("threshold.yaml", "{}")
            .overlay(
                "thresholds.yaml",
                """
                smuggling.ofer: {intent.provides: 0.5}
                smuggling.offer: {intent.provide: 0.5, price.amount: 3, intent.provides: high}
                """);
    assertThat(sample.problems())
        .containsExactly(
            "overlay/threshold.yaml:1:1: an overlay has no such file; it may hold"
                + " `lexicon/*.yaml`, `lexicon/*.points.tsv`, `resources/*.yaml`,"
                + " `automation.yaml` and `thresholds.yaml`",
            "overlay/thresholds.yaml:1:35: unknown clause `smuggling.ofer`; did you mean"
                + " `smuggling.offer`?",
            "overlay/thresholds.yaml:2:35: unknown signal `intent.provide`; did you mean"
                + " `intent.provides`?",
            "overlay/thresholds.yaml:2:54: the clause `smuggling.offer` does not compare"
                + " `price.amount`",
            "overlay/thresholds.yaml:2:74: expected a number, found `high`");
  }

  private static final Relation AT_LEAST = Relation.AT_LEAST;

  private static int slot(String name) {
    return SignalCatalog.STANDARD.slot(name);
  }

  private static String listing(String path, String text) {
    return path + "\n" + sha256(text) + "\n";
  }

  private static String sha256(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
