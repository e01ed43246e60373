package org.breakwater.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.breakwater.server.demo.Course.Wording;
import org.breakwater.server.demo.Society.Doing;
import org.breakwater.server.demo.Society.Moment;
import org.junit.jupiter.api.Test;

class SocietyTest {
  private static final Course YEAR = new Course(364);
  private static final Sayings SAYINGS = Sayings.of(Path.of("../packs/human-exploitation"));

  private static List<List<Moment>> year(long seed) {
    var society = new Society(SAYINGS, YEAR, seed);
    return IntStream.range(0, YEAR.days()).mapToObj(society::day).toList();
  }

  private static Stream<Doing.Offering> offers(List<List<Moment>> year) {
    return year.stream()
        .flatMap(List::stream)
        .map(Moment::doing)
        .filter(Doing.Offering.class::isInstance)
        .map(Doing.Offering.class::cast);
  }

  private static double mean(List<List<Moment>> year, int weekday) {
    return IntStream.range(0, YEAR.days())
        .filter(day -> day % 7 == weekday)
        .map(day -> year.get(day).size())
        .average()
        .orElseThrow();
  }

  @Test
  void sameSeed_sameYear() {
    assertThat(year(1)).isEqualTo(year(1)).isNotEqualTo(year(2));
  }

  @Test
  void weeks_haveARhythm() {
    List<List<Moment>> year = year(1);
    assertThat(mean(year, 4)).isGreaterThan(1.1 * mean(year, 0));
    assertThat(mean(year, 6)).isLessThan(0.8 * mean(year, 0));
  }

  @Test
  void network_changesItsWords_oneAfterTheOther() {
    List<Wording> worded = offers(year(1)).map(Doing.Offering::wording).distinct().toList();
    assertThat(worded).containsExactly(Wording.values());
    assertThat(offers(year(1)))
        .hasSizeGreaterThan(100)
        .allMatch(offer -> offer.wording().has(offer.said().functionality()));
  }

  @Test
  void nobodySpeaks_butInEnglishAndSpanish() {
    assertThat(offers(year(1)).map(offer -> offer.said().lang()).distinct())
        .containsExactlyInAnyOrder("en", "es");
  }

  @Test
  void courseOfAShortRun_hasTheSameHappenings() {
    for (int days = 8; days <= 364; days++) {
      var course = new Course(days);
      assertThat(IntStream.range(0, days).filter(course::isPublication)).hasSize(1);
      assertThat(IntStream.range(0, days).filter(course::isMistake)).hasSize(1);
      assertThat(IntStream.range(0, days).filter(course::isMistake)).noneMatch(course::isWeekend);
      assertThat(
              IntStream.range(0, days)
                  .mapToObj(course::wave)
                  .flatMap(java.util.Optional::stream)
                  .distinct())
          .containsExactly(Wording.values());
    }
  }
}
