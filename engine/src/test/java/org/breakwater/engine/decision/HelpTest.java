package org.breakwater.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.breakwater.engine.policy.Entries;
import org.breakwater.engine.policy.Operator;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.signal.Truth;
import org.junit.jupiter.api.Test;

/** Who is shown to whom, in which order. */
class HelpTest {
  private static final Resource ASYLUM = place("asylum", Operator.NGO, "US", "asylum");
  private static final Resource STATE = place("a-state", Operator.GOVERNMENT, "US", "asylum");
  private static final Resource EVERYWHERE = place("everywhere", Operator.IGO, "", "asylum");
  private static final Resource RESCUE = place("rescue", Operator.GOVERNMENT, "US", "sea_rescue");
  private static final Resource FAMILY = place("family", Operator.NGO, "US", "family_tracing");
  private static final Resource RETURN = place("return", Operator.IGO, "US", "return");
  private static final Resource CHILD = place("child", Operator.NGO, "US", "child");
  private static final Help ASKING = help("en", "US", false, "asylum", "smuggled");

  private static Help help(String lang, String region, boolean danger, String... audiences) {
    return new Help(lang, region, Set.of(audiences), danger);
  }

  private static Resource place(String id, Operator operator, String region, String audience) {
    return place(id, operator, region, audience, Truth.FALSE, "en");
  }

  private static Resource place(
      String id, Operator operator, String region, String audience, Truth shares, String... langs) {
    return new Resource(
        Entries.entry(id, id, operator, region, List.of(audience), List.of(langs)),
        shares,
        LocalDate.EPOCH,
        LocalDate.EPOCH.plusDays(1));
  }

  @Test
  void independentOnesStandFirst_thenTheState_andTheReadersCountryBeforeEverywhere() {
    assertThat(ASKING.from(List.of(STATE, EVERYWHERE, ASYLUM, RESCUE)))
        .containsExactly(ASYLUM, EVERYWHERE, STATE, RESCUE);
  }

  @Test
  void inDanger_rescueStandsFirst_whoeverRunsIt() {
    Help danger = help("en", "US", true, "emergency", "sea_rescue", "family_tracing");
    assertThat(danger.from(List.of(FAMILY, RESCUE))).containsExactly(RESCUE, FAMILY);
  }

  @Test
  void oneWayOut_isJoinedByAnother_butNotByReturnOrChildren() {
    assertThat(ASKING.from(List.of(ASYLUM, FAMILY))).containsExactly(ASYLUM, FAMILY);
    assertThat(ASKING.from(List.of(ASYLUM, RETURN, CHILD))).containsExactly(ASYLUM);
    assertThat(ASKING.from(List.of(FAMILY, RESCUE))).as("whatever there is").hasSize(2);
  }

  @Test
  void lawEnforcement_andWhoMayShareWithImmigration_areShownOnRequestOnly() {
    Resource police = place("police", Operator.LAW_ENFORCEMENT, "US", "asylum", Truth.FALSE, "en");
    Resource unknown = place("unknown", Operator.NGO, "US", "asylum", Truth.UNKNOWN, "en");
    Resource shares = place("shares", Operator.NGO, "US", "asylum", Truth.TRUE, "en");
    List<Resource> all = List.of(police, unknown, shares, ASYLUM);
    assertThat(ASKING.from(all)).containsExactly(ASYLUM);
    assertThat(ASKING.onRequest(all)).containsExactly(shares, unknown, police);
  }

  @Test
  void elsewhere_whatServesEverywhereIsLeft() {
    assertThat(help("en", "GT", false, "asylum").from(List.of(ASYLUM, EVERYWHERE)))
        .containsExactly(EVERYWHERE);
    assertThat(help("en", "", false, "asylum").from(List.of(ASYLUM, EVERYWHERE)))
        .containsExactly(EVERYWHERE);
  }

  @Test
  void language_isTheReaders_orMany_orNotKnown() {
    Resource many = place("many", Operator.NGO, "US", "asylum", Truth.FALSE, "mul");
    Resource arabic = place("arabic", Operator.NGO, "US", "asylum", Truth.FALSE, "ar");
    Resource silent = place("silent", Operator.NGO, "US", "asylum", Truth.FALSE);
    List<Resource> all = List.of(ASYLUM, many, arabic, silent);
    assertThat(help("ar", "US", false, "asylum").from(all)).containsExactly(arabic, many, silent);
    assertThat(help("und", "US", false, "asylum").from(all)).hasSize(4);
  }

  @Test
  void longList_isShortened_andKeepsEveryWayOut() {
    List<Resource> many = new ArrayList<>(List.of(RESCUE, FAMILY));
    IntStream.range(0, 20)
        .mapToObj(i -> place("a%02d".formatted(i), Operator.NGO, "US", "asylum"))
        .forEach(many::add);
    List<Resource> shown = help("en", "US", false, "asylum", "emergency", "sea_rescue").from(many);
    assertThat(shown).hasSize(Help.SHOWN_MAX).contains(RESCUE);
    assertThat(shown.getLast()).isEqualTo(RESCUE);
  }

  @Test
  void whoeverIsToldNothing_isShownNothing() {
    assertThat(help("en", "US", false).from(List.of(ASYLUM, RESCUE))).isEmpty();
  }
}
