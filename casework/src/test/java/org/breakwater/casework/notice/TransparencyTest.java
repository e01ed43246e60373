package org.breakwater.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.junit.jupiter.api.Test;

/** The form of the transparency database, and what its validator makes of it (domain.md §4.1). */
class TransparencyTest {
  private static final String NAME = "bw-0123abcd";

  private static Map<String, Object> members(Judged judged, Circumstances circumstances) {
    return TransparencyStatement.members(Cases.statement(judged, circumstances), NAME, Cases.ON);
  }

  private static Map<String, Object> with(String member, Object value) {
    Map<String, Object> members = new HashMap<>(members(Cases.offer(), Circumstances.machine()));
    members.put(member, value);
    return members;
  }

  private static List<String> faults(String member, Object value) {
    return TransparencyRules.check(with(member, value)).faults();
  }

  @Test
  void everyRestrictionWithAnEffect_hasAValidStatement() {
    Cases.each()
        .forEach(
            (kind, statement) -> {
              var members = TransparencyStatement.members(statement, NAME, Cases.ON);
              var checked = TransparencyRules.check(members);
              assertThat(checked.faults()).as(kind.word()).isEmpty();
              assertThat(checked.dropped()).isEmpty();
              assertThat(checked.accepted()).isEqualTo(members);
            });
  }

  @Test
  void offer_isNoTrafficking_andTraffickingIs() {
    Map<String, Object> offer = members(Cases.offer(), Circumstances.machine());
    assertThat(offer)
        .containsEntry("category", "STATEMENT_CATEGORY_VIOLENCE")
        .containsEntry(
            "category_specification", List.of("KEYWORD_HUMAN_EXPLOITATION", "KEYWORD_OTHER"))
        .containsEntry("category_specification_other", "smuggling of migrants (not trafficking)")
        .containsEntry("decision_visibility", List.of("DECISION_VISIBILITY_CONTENT_DISABLED"))
        .containsEntry("source_type", "SOURCE_VOLUNTARY")
        .containsEntry("automated_decision", "AUTOMATED_DECISION_FULLY");
    for (Label label : Label.values()) {
      Judged judged = Cases.judged(Outcome.REMOVE, label, "", Action.REMOVE_CONTENT);
      boolean trafficking =
          Objects.toString(members(judged, Circumstances.machine()).get("category_specification"))
              .contains("TRAFFICKING");
      assertThat(trafficking)
          .as(label.word())
          .isEqualTo(label.family() == Label.Family.TRAFFICKING);
    }
    assertThat(
            faults("category_specification", List.of("KEYWORD_HUMAN_TRAFFICKING", "KEYWORD_OTHER")))
        .containsExactly("category_specification: smuggling is not trafficking");
  }

  @Test
  void askingIsNoViolence() {
    assertThat(members(Cases.ask(), Circumstances.machine()))
        .containsEntry("category", "STATEMENT_CATEGORY_OTHER_VIOLATION_TC");
  }

  @Test
  void personsDecisionOnAReport_isSaid() {
    assertThat(members(Cases.offer(), Cases.ruled(Outcome.REMOVE)))
        .containsEntry("automated_decision", "AUTOMATED_DECISION_NOT_AUTOMATED")
        .containsEntry("automated_detection", "No")
        .containsEntry("source_type", "SOURCE_TYPE_OTHER_NOTIFICATION");
  }

  @Test
  void other_needsItsWords_andWordsWithoutOtherAreDropped() {
    assertThat(faults("decision_visibility", List.of("DECISION_VISIBILITY_OTHER")))
        .containsExactly("decision_visibility_other: is needed");
    assertThat(faults("content_type", List.of("CONTENT_TYPE_OTHER")))
        .containsExactly("content_type_other: is needed");
    var checked = TransparencyRules.check(with("decision_visibility_other", "words"));
    assertThat(checked.faults()).isEmpty();
    assertThat(checked.dropped()).containsExactly("decision_visibility_other");
  }

  @Test
  void fieldsOfTheOtherGround_andIdentityOfOwnInitiative_areDroppedInSilence() {
    var ground = TransparencyRules.check(with("illegal_content_legal_ground", "a law"));
    assertThat(ground.faults()).isEmpty();
    assertThat(ground.dropped()).containsExactly("illegal_content_legal_ground");
    assertThat(ground.accepted()).doesNotContainKey("illegal_content_legal_ground");
    var identity = TransparencyRules.check(with("source_identity", "somebody"));
    assertThat(identity.dropped()).containsExactly("source_identity");
  }

  @Test
  void withoutAnyDecision_allFourAreNamed() {
    Map<String, Object> members = new HashMap<>(members(Cases.offer(), Circumstances.machine()));
    members.remove("decision_visibility");
    assertThat(TransparencyRules.check(members).faults())
        .containsExactly(
            "decision_visibility: one of the four decisions is needed",
            "decision_monetary: one of the four decisions is needed",
            "decision_provision: one of the four decisions is needed",
            "decision_account: one of the four decisions is needed");
  }

  @Test
  void badNameDateWordAndLength_areRefused() {
    assertThat(faults("puid", "content/1")).containsExactly("puid: is not of its form");
    assertThat(faults("puid", "a".repeat(501))).containsExactly("puid: longer than 500");
    assertThat(faults("content_date", "1999-12-31"))
        .containsExactly("content_date: must lie between 2000-01-01 and 2038-01-01");
    assertThat(faults("application_date", "soon"))
        .containsExactly("application_date: must be a day such as 2026-11-22");
    assertThat(faults("end_date_visibility_restriction", "2026-11-30"))
        .containsExactly("end_date_visibility_restriction: lies before application_date");
    assertThat(faults("category", "STATEMENT_CATEGORY_SMUGGLING")).hasSize(1);
    assertThat(faults("category_specification", List.of("KEYWORD_SMUGGLING"))).hasSize(1);
    assertThat(faults("territorial_scope", List.of("US"))).hasSize(1);
    assertThat(faults("content_language", "es"))
        .containsExactly("content_language: is not of its form");
    assertThat(faults("decision_facts", "x".repeat(5_001)))
        .containsExactly("decision_facts: longer than 5000");
  }

  @Test
  void personalData_isRefusedWhereverWordsAreFree() {
    assertThat(faults("decision_facts", "the author writes from a.person@example.org")).hasSize(1);
    assertThat(faults("incompatible_content_explanation", "call +1 202 555 0123")).hasSize(1);
  }

  @Test
  void machineDetectionBesideATrustedFlagger_isTakenAndHasToBeExplained() {
    var checked = TransparencyRules.check(with("source_type", "SOURCE_TRUSTED_FLAGGER"));
    assertThat(checked.faults()).isEmpty();
    assertThat(checked.remarks()).hasSize(1);
  }

  @Test
  void hundredAndOneInARequest_areTooMany() {
    var one = members(Cases.offer(), Circumstances.machine());
    assertThat(TransparencyRules.check(Collections.nCopies(100, one)))
        .hasSize(100)
        .allMatch(checked -> checked.faults().isEmpty());
    assertThat(TransparencyRules.check(Collections.nCopies(101, one)).getFirst().faults())
        .containsExactly("statements: 1 to 100 in a request, not 101");
  }
}
