package org.breakwater.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.signal.Lexicon.Entry;
import org.breakwater.engine.signal.Lexicon.Points;
import org.breakwater.engine.text.Span;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  private static final int OFFER = SignalCatalog.STANDARD.slot("score.offer");
  private static final int DANGER = SignalCatalog.STANDARD.slot("score.danger");
  private static final int ASK = SignalCatalog.STANDARD.slot("score.ask");
  private static final Lexicon LEXICON =
      new Lexicon(
          List.of(
              new Entry("en", "cue.seats", "(seats|places) left"),
              new Entry("en", "cue.pay_later", "pay on arrival"),
              new Entry("en", "cue.by_sea", "boat"),
              new Entry("en", "cue.faith", "god willing"),
              new Entry("en", "cue.you_word", "you"),
              new Entry("en", "cue.how_much", "how much"),
              new Entry("en", "cue.police_news", "arrested"),
              new Entry("en", "contact.handoff", "inbox")),
          List.of(
              new Points("en", "score.offer", "", -20),
              new Points("en", "score.offer", "cue.seats", 15),
              new Points("en", "score.offer", "cue.pay_later", 12),
              new Points("en", "score.offer", "cue.by_sea", 4),
              new Points("en", "score.offer", "cue.faith", 3),
              new Points("en", "score.offer", "cue.you_word", 6),
              new Points("en", "score.offer", "cue.police_news", -30),
              new Points("en", "score.offer", "contact.handoff", 5),
              new Points("en", "score.ask", "cue.how_much", 9),
              new Points("en", "score.ask", "cue.by_sea", 2)));
  private static final String OFFERED = "seats left, pay on arrival, boat, god willing, inbox";

  private static Observation observe(String text, String lang) {
    return new Observer(LEXICON)
        .observe(
            ContentEvent.of("p", text, Surface.POST, lang), Instant.parse("2026-11-22T00:00:00Z"));
  }

  @Test
  void aScore_isTheBaseAndThePointsOfWhatWasSeen_eachOnce() {
    assertThat(observe(OFFERED, "en").number(OFFER)).isEqualTo(19);
    assertThat(observe(OFFERED + ", places left, boat", "en").number(OFFER)).isEqualTo(19);
    assertThat(observe(OFFERED + ", you", "en").number(OFFER)).isEqualTo(25);
    assertThat(observe(OFFERED + ". Arrested", "en").number(OFFER)).isEqualTo(-11);
  }

  @Test
  void whereFewSpeakForIt_aScoreStaysLow_andMannerDoesNotSpeak() {
    assertThat(observe("seats left, pay on arrival, you, inbox", "en").number(OFFER))
        .isEqualTo(Scorecard.TOO_LITTLE);
    assertThat(observe("how much", "en").number(ASK)).isEqualTo(Scorecard.TOO_LITTLE);
    assertThat(observe("how much the boat", "en").number(ASK)).isEqualTo(11);
  }

  @Test
  void itsEvidence_isWhatSpeaksForIt() {
    Observation seen = observe(OFFERED + ", you", "en");
    assertThat(seen.evidence(OFFER))
        .contains(new Span("text", 0, 10), new Span("text", 12, 26))
        .hasSize(5);
    assertThat(observe("seats left", "en").evidence(OFFER)).isEmpty();
    assertThat(observe("seats left, you", "en").cues())
        .containsExactly("cue.seats", "cue.you_word");
  }

  @Test
  void aLanguageOrScoreWithoutPoints_scoresLow() {
    assertThat(observe(OFFERED, "fr").number(OFFER)).isEqualTo(Scorecard.TOO_LITTLE);
    assertThat(observe(OFFERED, "en").number(DANGER)).isEqualTo(Scorecard.TOO_LITTLE);
  }
}
