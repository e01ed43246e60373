package org.breakwater.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.decision.Decision.Evidence;
import org.breakwater.engine.decision.Decision.Order;
import org.breakwater.engine.decision.Decision.PolicyRef;
import org.breakwater.engine.enforcement.Plan;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Entries;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Operator;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.signal.Truth;
import org.breakwater.engine.text.Span;
import org.junit.jupiter.api.Test;

class DecisionJsonTest {
  @Test
  void everyMember_isWrittenInTheOrderOfTheContract() {
    Decision decision =
        new Decision(
            "p1",
            2,
            Outcome.REMOVE,
            Label.OFFER,
            List.of(Label.OFFER, Label.SOLICIT),
            "es",
            List.of(
                new PolicyRef("drug-trafficking@2021-11", "sha256:aa", "sha256:bb"),
                new PolicyRef("human-exploitation@2021-11", "sha256:cc", "")),
            List.of("smuggling.offer", "smuggling.solicit"),
            List.of(),
            List.of(
                new Order(Action.REMOVE_CONTENT, Period.ZERO),
                new Order(Action.DISABLE_ACCOUNT, Period.ofDays(30))),
            List.of(
                new Resource(
                    Entries.entry(
                        "r1",
                        "Línea de ayuda",
                        Operator.NGO,
                        "US",
                        List.of("smuggled"),
                        List.of("en", "es")),
                    Truth.FALSE,
                    LocalDate.of(2026, 5, 1),
                    LocalDate.of(2026, 10, 1))),
            List.of(new Evidence("smuggling.offer", "speaker.provides", new Span("text", 3, 17))),
            List.of("intent.provides"),
            "Porque «sí» 🙂.",
            "es");
    assertThat(DecisionJson.text(new Verdict(decision, Plan.of(decision))))
        .isEqualTo(
            """
            {"id":"p1","revision":2,"outcome":"remove","label":"offer",\
            "labels":["offer","solicit"],"confidence":null,"urgent":false,"lang":"es",\
            "policies":[{"policy":"drug-trafficking@2021-11","pack":"sha256:aa",\
            "overlay":"sha256:bb"},\
            {"policy":"human-exploitation@2021-11","pack":"sha256:cc","overlay":null}],\
            "clauses":["smuggling.offer","smuggling.solicit"],"protected":[],\
            "actions":[{"action":"remove_content","scope":"content","duration":null,\
            "needsConfirmation":false},\
            {"action":"disable_account","scope":"account","duration":"P30D",\
            "needsConfirmation":true}],\
            "resources":[{"id":"r1","name":"Línea de ayuda",\
            "channels":["tel:+1-202-555-0100"],"languages":["en","es"],\
            "verifiedAt":"2026-05-01"}],\
            "evidence":[{"clause":"smuggling.offer","signal":"speaker.provides",\
            "field":"text","start":3,"end":17}],\
            "unknown":["intent.provides"],"reason":"Porque «sí» 🙂.","reasonLang":"es"}""");
  }

  @Test
  void emptyArrays_areWritten() {
    assertThat(DecisionJson.text(quiet("p")))
        .isEqualTo(
            """
            {"id":"p","revision":1,"outcome":"allow","label":"benign","labels":[],\
            "confidence":null,"urgent":false,"lang":"und","policies":[],"clauses":[],\
            "protected":[],"actions":[],"resources":[],"evidence":[],"unknown":[],\
            "reason":"Because.","reasonLang":"en"}""");
  }

  @Test
  void bytesTextAndAppended_areTheSame() throws IOException {
    Verdict verdict = quiet("a\"b\\c\n\u2028é");
    var appended = new StringBuilder();
    DecisionJson.write(verdict, appended);
    assertThat(appended).hasToString(DecisionJson.text(verdict)).contains("a\\\"b\\\\c\\n");
    assertThat(new String(DecisionJson.bytes(verdict), StandardCharsets.UTF_8))
        .isEqualTo(DecisionJson.text(verdict));
  }

  private static Verdict quiet(String id) {
    var decision =
        new Decision(
            id,
            1,
            Outcome.ALLOW,
            Label.BENIGN,
            List.of(),
            "und",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "Because.",
            "en");
    return new Verdict(decision, List.of());
  }
}
