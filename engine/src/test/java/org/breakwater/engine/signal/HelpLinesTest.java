package org.breakwater.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who pretends to be a help line. */
class HelpLinesTest {
  private static final int IMPOSTER = SignalCatalog.STANDARD.slot("contact.imposter");
  private static final HelpLines LINES =
      new HelpLines(
          List.of(
              new HelpLines.Line("Example Asylum Advice", "+1-915-555-0134"),
              new HelpLines.Line("Example Rescue", "+44 7700 900123"),
              new HelpLines.Line("Example Short", "145")));

  private static Truth seen(HelpLines lines, String text) {
    var event = ContentEvent.of("p1", text, Surface.POST, "en");
    return new Observer(Lexicon.EMPTY).with(lines).observe(event, Instant.EPOCH).flag(IMPOSTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call +1 915 555 0135 for asylum",
        "(915) 555-0143",
        "call 9155550124",
        "help line +44 7700 900213",
        "Example Rescue: +1 915 555 0134"
      })
  void numberOneSlipAway_orUnderAnotherName_isSeen(String text) {
    assertThat(seen(LINES, text)).isEqualTo(Truth.TRUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call +1 915 555 0134",
        "(915) 555-0134",
        "Example Asylum Advice and Example Rescue: +1 915 555 0134",
        "call 07700 900123",
        "call +1 915 555 0156",
        "call +1 212 555 0134",
        "call 146",
        "nothing to call"
      })
  void lineItself_andOtherNumbers_areNot(String text) {
    assertThat(seen(LINES, text)).isEqualTo(Truth.FALSE);
  }

  @Test
  void whereNoLineIsKnown_itIsUnknown() {
    assertThat(seen(HelpLines.NONE, "call +1 915 555 0134")).isEqualTo(Truth.UNKNOWN);
  }

  /** 200 lines make 3,600 numbers of ten digits that are one slip away, of 10,000,000,000. */
  @Test
  void randomNumbers_areNotTakenForImposters() {
    RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    var lines =
        new HelpLines(
            IntStream.range(0, 200)
                .mapToObj(i -> new HelpLines.Line("l" + i, any(chance)))
                .toList());
    var text = Folding.fold("text", "call");
    long alarms =
        IntStream.range(0, 200_000)
            .mapToObj(_ -> any(chance))
            .filter(number -> lines.isImposter(number, text))
            .count();
    assertThat(alarms).isLessThanOrEqualTo(2);
  }

  private static String any(RandomGenerator chance) {
    return "%d%09d".formatted(chance.nextInt(2, 10), chance.nextInt(1_000_000_000));
  }
}
