package org.breakwater.engine.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.text.ConditionText;
import org.breakwater.engine.policy.text.ConditionText.Parsed;
import org.breakwater.engine.signal.SignalCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lang == 'en' && price.present && lang == 'es'",
        "lang in ['en', 'es'] && lang == 'fr'",
        "lang == 'en' && lang != 'en'",
        "lang == 'en' && !(lang in ['en', 'es'])",
        "price.present || (surface == 'ad' && lang == 'en' && lang == 'es')",
        "!(lang == 'en' && lang == 'es')",
      })
  void textsThatExcludeEachOther_areFound(String text) {
    assertThat(names(text)).containsExactly("lang");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "price.amount < 5 && price.amount > 5",
        "price.amount < 5 && price.amount >= 5",
        "price.amount == 5.0 && price.amount != 5.0",
        "price.amount > 3 && price.amount <= 2",
        "price.amount > 3 && price.amount < 9 && price.amount == 12.0",
      })
  void numbersThatExcludeEachOther_areFound(String text) {
    assertThat(names(text)).containsExactly("price.amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"price.present && contact.app && !price.present"})
  void flagThatIsDeniedToo_isFound(String text) {
    assertThat(names(text)).containsExactly("price.present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "price.present || !price.present",
        "price.amount >= 5 && price.amount <= 5",
        "price.amount > 5 && price.amount < 6",
        "price.amount > 5 && price.amount != 6.0",
        "lang != 'en' && lang != 'es'",
        "lang in ['en', 'es'] && lang != 'es'",
        "price.present && (contact.app || !price.present)",
      })
  void whatCanHold_isNotFound(String text) {
    assertThat(names(text)).isEmpty();
  }

  private static List<String> names(String text) {
    return switch (ConditionText.parse(text)) {
      case Parsed.Accepted(Condition condition) ->
          Contradiction.slots(condition).stream()
              .map(slot -> SignalCatalog.STANDARD.at(slot).name())
              .toList();
      case Parsed.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
