package org.breakwater.measure.mutators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutatorTest {
  private static final String TEXT = "Mañana salimos con cinco personas, llama al 555 0123 رحلة";

  /** Those that change letters for others; of the rest the letters stay what they were. */
  private static final Set<Mutator> OTHER_LETTERS =
      Set.of(
          Mutator.LEET,
          Mutator.HOMOGLYPH,
          Mutator.ARABIZI,
          Mutator.TRANSLITERATION,
          Mutator.MISSPELLING,
          Mutator.SCRIPT_MIXING,
          Mutator.REPEATS,
          Mutator.MISSING_ACCENTS);

  @ParameterizedTest
  @EnumSource
  void equalSeeds_giveEqualDisguises_thatDiffer(Mutator mutator) {
    String disguised = mutator.apply(TEXT, 7).orElseThrow();
    assertThat(disguised).isNotEqualTo(TEXT);
    assertThat(mutator.apply(TEXT, 7)).contains(disguised);
  }

  @ParameterizedTest
  @EnumSource
  void lettersAndDigits_areNeverLost(Mutator mutator) {
    String disguised = mutator.apply(TEXT, 3).orElseThrow();
    if (!OTHER_LETTERS.contains(mutator)) assertThat(letters(disguised)).isEqualTo(letters(TEXT));
    assertThat(disguised.codePointCount(0, disguised.length()))
        .isGreaterThan(TEXT.length() * 3 / 4);
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .toLowerCase(Locale.ROOT);
  }

  @Test
  void aTextWithNothingToDisguise_isLeftAlone() {
    assertThat(Mutator.PHONE_SPLIT.apply("no number here", 1)).isEmpty();
    assertThat(Mutator.ARABIZI.apply("latin letters", 1)).isEmpty();
    assertThat(Mutator.MISSING_ACCENTS.apply("nada que quitar", 1)).isEmpty();
  }

  @Test
  void aPhoneNumber_isSplit() {
    assertThat(Mutator.PHONE_SPLIT.apply("5550123", 1).orElseThrow().replaceAll("[^0-9]", ""))
        .isEqualTo("5550123");
  }
}
