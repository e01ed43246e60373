package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.breakwater.store.decision.Strikes.Strike;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts against an author comes by a person's ruling, and goes. */
class StrikesTest extends LogFixture {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  private final Strikes strikes = new Strikes(database);

  StrikesTest(@TempDir Path folder) {
    super(folder);
  }

  private Dossier decided(Draft draft) {
    return dossiers.find(logged(draft).decision()).orElseThrow();
  }

  private Confirmation violation(String author) {
    return new Confirmation.Violation(Strikes.author(secrets, author), 4, 1, Period.ofDays(365), 0);
  }

  private void rule(Dossier on, String outcome, Confirmation confirmation) {
    UUID decision = on.place().decision();
    var act =
        new Act.Ruled(
            "{}", decision, on.content(), 1, outcome, "why", "person m", on.isKept(), confirmation);
    assertThat(log.enter(act).join()).isInstanceOf(Answer.Logged.class);
  }

  private List<Strike> all() {
    return strikes.after(0).strikes();
  }

  @Test
  void confirmedRemoval_isAStrike_whichNamesTheAuthorByHmacOnly() {
    rule(decided(drafts.removed("p1", "a1")), "remove", violation("a1"));
    assertThat(all())
        .singleElement()
        .satisfies(
            strike -> {
              assertThat(strike.author()).isEqualTo(Strikes.author(secrets, "a1"));
              assertThat(strike.strikes()).isEqualTo(1);
              assertThat(strike.confirmedOn()).isEqualTo(TODAY);
              assertThat(strike.expiresOn()).isEqualTo(TODAY.plusDays(365));
            });
    String row =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle.createQuery("select s::text from strike s").mapTo(String.class).one());
    assertThat(row).doesNotContain("a1,", "p1").contains(Strikes.author(secrets, "a1") + "");
    assertThat(faults()).isEmpty();
  }

  @Test
  void machineAlone_givesNoStrike() {
    decided(drafts.removed("p1", "a1"));
    assertThat(all()).isEmpty();
  }

  @Test
  void whatLeavesNoRecord_orIsNotRemoved_countsAgainstNobody() {
    Dossier ask = decided(drafts.removedAsk("ask"));
    assertThatThrownBy(() -> rule(ask, "remove", violation("a1")))
        .isInstanceOf(IllegalArgumentException.class);
    Dossier offer = decided(drafts.removed("p1", "a1"));
    assertThatThrownBy(() -> rule(offer, "allow", violation("a1")))
        .isInstanceOf(IllegalArgumentException.class);
    rule(ask, "remove", new Confirmation.Nothing());
    assertThat(all()).isEmpty();
  }

  @Test
  void laterRuling_overturnsIt_andWhoeverHoldsItIsTold() {
    Dossier offer = decided(drafts.removed("p1", "a1"));
    Dossier other = decided(drafts.removed("p2", "a1"));
    rule(offer, "remove", violation("a1"));
    rule(other, "remove", violation("a1"));
    long before = strikes.after(0).generation();
    rule(offer, "allow", new Confirmation.Nothing());
    assertThat(all()).singleElement().matches(strike -> strike.number() == 2);
    assertThat(strikes.after(2).generation()).isGreaterThan(before);
    assertThat(strikes.after(2).strikes()).isEmpty();
  }

  @Test
  void removalConfirmedAgain_countsOnce_fromTheFirstTime() {
    Dossier offer = decided(drafts.removed("p1", "a1"));
    rule(offer, "remove", violation("a1"));
    now = START.plus(3, ChronoUnit.DAYS);
    rule(offer, "remove", violation("a1"));
    assertThat(all()).singleElement().matches(strike -> strike.confirmedOn().equals(TODAY));
  }

  @Test
  void strike_goesWhenItExpires() {
    rule(decided(drafts.removed("p1", "a1")), "remove", violation("a1"));
    reopenAfter(364);
    assertThat(all()).hasSize(1);
    long before = strikes.after(0).generation();
    reopenAfter(365);
    assertThat(all()).isEmpty();
    assertThat(strikes.after(0).generation()).isGreaterThan(before);
  }

  private void reopenAfter(int days) {
    log.close();
    now = START.plus(days, ChronoUnit.DAYS);
    log = open();
  }

  @Test
  void erasureOfAuthorOrContent_takesItAlong() {
    rule(decided(drafts.removed("p1", "a1")), "remove", violation("a1"));
    rule(decided(drafts.removed("p2", "a1")), "remove", violation("a1"));
    rule(decided(drafts.removed("p3", "a2")), "remove", violation("a2"));
    rule(decided(drafts.removed("p4", "a2")), "remove", violation("a2"));
    var erasure = new Erasure(database, secrets);
    assertThat(erasure.author("a1")).isEqualTo(2);
    assertThat(all()).extracting(Strike::author).doesNotContain(Strikes.author(secrets, "a1"));
    erasure.content("p3");
    assertThat(all()).hasSize(1);
    // The decision's rows have gone by their own clock; the strike is still found.
    database.jdbi().useHandle(handle -> handle.execute("delete from material"));
    assertThat(erasure.author("a2")).isZero();
    assertThat(all()).isEmpty();
    assertThat(faults()).isEmpty();
  }

  @Test
  void changedStrike_isFound() {
    rule(decided(drafts.removed("p1", "a1")), "remove", violation("a1"));
    database.jdbi().useHandle(handle -> handle.execute("update strike set strikes = 3"));
    assertThat(faults()).containsExactly("strike 1: was changed after it was written");
  }
}
