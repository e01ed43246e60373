package org.breakwater.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.breakwater.casework.notice.Circumstances.Decided;
import org.breakwater.casework.notice.Circumstances.Found;
import org.breakwater.casework.notice.Ground;
import org.breakwater.casework.notice.Restricted;
import org.breakwater.casework.notice.Restriction;
import org.breakwater.casework.notice.StatementOfReasons;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.text.Span;
import org.breakwater.store.decision.LogSecrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link is its own authority: only ours open, until the time to appeal is over. */
class NoticeLinksTest {
  private static final LocalDate ON = LocalDate.parse("2026-12-01");
  private static final LocalDate UNTIL = LocalDate.parse("2027-06-03");

  private final NoticeLinks links;
  private final NoticeLinks others;

  NoticeLinksTest(@TempDir Path folder, @TempDir Path other) {
    links = new NoticeLinks(LogSecrets.in(folder));
    others = new NoticeLinks(LogSecrets.in(other));
  }

  private static NoticeToken token(Span... marked) {
    UUID decision = UUID.fromString("01a22f2b-c1eb-7000-96a4-f7d1f9991f8b");
    var statement =
        new StatementOfReasons(
            decision,
            ON,
            List.of(
                new Restricted(Restriction.REMOVED, 0),
                new Restricted(Restriction.REPLIES_LIMITED, 30)),
            new Ground("human-exploitation@2022-12", "asking.solicit", Label.SOLICIT, true),
            Found.REPORT,
            Decided.PERSON,
            3,
            "es",
            UNTIL,
            new StatementOfReasons.LogProof("log.example.org", 7, "cm9vdA==", decision));
    return new NoticeToken(statement, new UUID(1, 2), 4, false, List.of(marked));
  }

  @Test
  void whatALinkCarries_comesBack() {
    NoticeToken token = token(new Span("text", 3, 9), new Span("text", 12, 20));
    String text = links.token(token);
    assertThat(links.open(text, ON)).contains(token);
    assertThat(links.openLink("https://trust.example.org/n/" + text + "?lang=ar", ON))
        .contains(token);
    assertThat(text.length()).as("fits into a message").isLessThan(700);
    assertThat(text).doesNotContain("asking");
  }

  @Test
  void changedCharacter_otherKey_andNonsense_openNothing() {
    String text = links.token(token());
    for (int i = 0; i < text.length(); i++) {
      char changed = text.charAt(i) == 'A' ? 'B' : 'A';
      String other = text.substring(0, i) + changed + text.substring(i + 1);
      // The last character has bits that mean nothing.
      if (i < text.length() - 1) assertThat(links.open(other, ON)).as("at " + i).isEmpty();
    }
    assertThat(others.open(text, ON)).isEmpty();
    for (String nonsense : List.of("", "x", "ñ", "A".repeat(40), "A".repeat(5_000), "../.."))
      assertThat(links.open(nonsense, ON)).isEmpty();
  }

  @Test
  void link_endsWithTheTimeToAppeal() {
    String text = links.token(token());
    assertThat(links.open(text, UNTIL)).isPresent();
    assertThat(links.open(text, UNTIL.plusDays(1))).isEmpty();
  }

  @Test
  void twoLinksOfTheSame_differ() {
    assertThat(links.token(token())).isNotEqualTo(links.token(token()));
  }

  @Test
  void marks_areThoseOfTheText() {
    assertThat(token(new Span("mediaText/0", 0, 4), new Span("text", 9, 12)).marked())
        .containsExactly(new Span("text", 9, 12));
  }

  @Test
  void pieces_areTheWholeText_andMarksBeyondItArePassedOver() {
    var pieces =
        NoticePage.pieces(
            "one two three", List.of(new Span("text", 4, 7), new Span("text", 10, 99)));
    assertThat(pieces)
        .containsExactly(
            new NoticePage.Piece("one ", false),
            new NoticePage.Piece("two", true),
            new NoticePage.Piece(" three", false));
    assertThat(NoticePage.pieces("", List.of(new Span("text", 0, 3)))).isEmpty();
  }
}
