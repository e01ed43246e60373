package org.breakwater.engine.policy.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Problem;

/** A small pack without faults, to be changed file by file. */
final class SamplePack {
  static final String CLAUSES =
      """
      - id: smuggling.offer
        title: {en: Offering to move people, es: Ofrecer mover personas}
        label: offer
        stance: prohibited
        severity: 4
        when: speaker.provides && crossing.service && (price.present || contact.handoff)
        certain: (offer.explicit || intent.provides >= 0.95) && !frame.governs
        outcome: {default: remove, search: allow_with_resources}
        actions: [preserve, remove_content, {action: limit_replies, duration: P30D}]
        strikes: {count: 1, expires: P365D}
        rationale: Offers of crossing for gain put people at risk.
        source: [{cite: "A public document", date: 2022-10-28, grade: primary}]
        examples:
          holds: {en: ["We take you across, inbox"], es: ["Cruzamos, al privado"]}
          near: {en: ["They take people across"], es: ["Cruzan gente"]}
      - id: asylum.safety
        title: Advice on asylum and safety
        label: asylum_safety
        stance: protected
        severity: 1
        when: asylum.topic && !speaker.provides
        outcome: allow
        right: Freedom of information, UDHR Art. 19
        rationale: People have a right to know their rights.
        source: [{cite: "Our reading", date: 2022-10-28, grade: inferred}]
      """;

  static final String LEXICON =
      """
      language: en
      words:
        we: [we, i, our team]
        people: [people, "<we> two"]
      phrases:
        speaker.provides: ["<we> (take|bring) <people>"]
        idiom: [coyote ugly]
      """;

  static final String RESOURCES =
      """
      - id: help.line
        name: A help line
        countryISO2: US
        scope: national
        audience: [trafficking, child]
        operatorType: NGO
        sharesWithImmigration: no
        channels: [{phone: "+1-202-555-0100"}, {url: "https://help.example.org"}]
        languages: [en, es]
        sourceUrl: https://help.example.org/about
        sourceDate: 2022-01-01
        verifiedBy: a person
        verifiedAt: 2022-02-01
        verifyMethod: call
        expiresAt: 2022-07-31
        status: VERIFIED
      - id: other.line
        name: Not verified
        scope: global
        audience: [asylum]
        operatorType: GOVERNMENT
        sharesWithImmigration: unknown
        channels: [{phone: "+1-202-555-0101"}]
        languages: [en]
        sourceUrl: https://other.example.org
        sourceDate: 2022-01-01
        status: UNVERIFIED
      """;

  static final String AUTOMATION =
      """
      2021-11:
        - {clause: smuggling.offer, language: es, surface: post, dataset: d, n: 998, errors: 0, bound: 0.003}
      """;

  static final String PACK =
      """
      # the pack
      pack: sample
      date: 2021-11-04
      default: 2021-11
      versions:
        2021-11: {}  # first
      """;

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, byte[]> overlay = new TreeMap<>();

  SamplePack() {
    file("pack.yaml", PACK);
    file("policy/2021-11.yaml", CLAUSES);
    file("lexicon/en.yaml", LEXICON);
    file("resources/lines.yaml", RESOURCES);
    file("automation.yaml", AUTOMATION);
  }

  SamplePack file(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  SamplePack overlay(String path, String text) {
    overlay.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Clauses with one part written otherwise. */
  SamplePack clauses(String part, String otherwise) {
    if (!CLAUSES.contains(part)) throw new IllegalArgumentException("no such part: " + part);
    return file("policy/2021-11.yaml", CLAUSES.replace(part, otherwise));
  }

  SamplePack pinned() {
    return file("pack.yaml", packYaml());
  }

  String packYaml() {
    return switch (pack().pin(List.of("2021-11"))) {
      case Pinned.Written(String text) -> text;
      case Pinned.Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  Pack pack() {
    return new Pack(files, overlay);
  }

  PolicyVersion version() {
    return accepted(pack().loadUnpinned("2021-11"));
  }

  List<String> problems() {
    return rejected(pack().loadUnpinned("2021-11"));
  }

  static PolicyVersion accepted(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Accepted(PolicyVersion version) -> version;
      case Loaded.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  static List<String> rejected(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Accepted(PolicyVersion version) ->
          throw new AssertionError("accepted " + version.name());
      case Loaded.Rejected(var problems) -> problems.stream().map(Problem::toString).toList();
    };
  }
}
