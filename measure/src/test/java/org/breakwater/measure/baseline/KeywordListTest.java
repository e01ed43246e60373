package org.breakwater.measure.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordListTest {
  @ParameterizedTest
  @CsvSource({
    "Coyote with a good price: $500, true",
    "'Cruzamos la frontera, pago al llegar', true",
    "They call this border safe, true",
    "Coyotes howl at night, false",
    "'Five seats left, pay on arrival', false",
  })
  void aTradeWordAlone_isNotEnough_norIsAPrice(String text, boolean flagged) {
    assertThat(KeywordList.flags(text)).isEqualTo(flagged);
  }
}
