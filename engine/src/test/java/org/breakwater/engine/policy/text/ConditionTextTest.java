package org.breakwater.engine.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Condition.And;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.OneOf;
import org.breakwater.engine.policy.Condition.Or;
import org.breakwater.engine.policy.Condition.Relation;
import org.breakwater.engine.policy.ConditionGenerator;
import org.breakwater.engine.policy.Problem;
import org.breakwater.engine.policy.text.ConditionText.Parsed;
import org.breakwater.engine.signal.SignalCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTextTest {
  @Test
  void printedCondition_isReadBackTheSame() {
    ConditionGenerator.forSeeds(
        400,
        random -> {
          Condition condition = new ConditionGenerator(random).next();
          String text = ConditionText.print(condition);
          assertThat(ConditionText.parse(text)).as(text).isEqualTo(new Parsed.Accepted(condition));
        });
  }

  @Test
  void chains_areFlat() {
    assertThat(
            parsed(
                "(speaker.provides && crossing.service) && (price.present || (contact.handoff ||"
                    + " contact.phone))"))
        .isEqualTo(
            new And(
                List.of(
                    flag("speaker.provides"),
                    flag("crossing.service"),
                    new Or(
                        List.of(
                            flag("price.present"),
                            flag("contact.handoff"),
                            flag("contact.phone"))))));
  }

  @Test
  void integerAndDoubleLiterals_compareAlike_onEitherSide() {
    Condition expected = new Compare(slot("price.amount"), Relation.MORE, 1000);
    assertThat(parsed("price.amount > 1000")).isEqualTo(expected);
    assertThat(parsed("price.amount > 1000.0")).isEqualTo(expected);
    assertThat(parsed("1000 < price.amount")).isEqualTo(expected);
    assertThat(parsed("price.amount == 5.0"))
        .isEqualTo(new Compare(slot("price.amount"), Relation.EQUAL, 5));
  }

  @Test
  void flagsAndTexts_compareWithLiterals() {
    Condition provides = flag("speaker.provides");
    assertThat(parsed("speaker.provides == true")).isEqualTo(provides);
    assertThat(parsed("speaker.provides != true")).isEqualTo(new Not(provides));
    assertThat(parsed("surface in ['ad', \"job\"]"))
        .isEqualTo(new OneOf(slot("surface"), List.of("ad", "job")));
    assertThat(parsed("lang != 'es'")).isEqualTo(new Not(new OneOf(slot("lang"), List.of("es"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "speaker.provde|1:1: unknown signal `speaker.provde`; did you mean `speaker.provides`?",
        "price.present && crosing.service"
            + "|1:18: unknown signal `crosing.service`; did you mean `crossing.service`?",
        "speaker.sings|1:1: unknown signal `speaker.sings`; known are `speaker.provides`,"
            + " `speaker.seeks`, `speaker.informs`, `speaker.tells`, `speaker.in_danger`",
        "weather|1:1: unknown signal `weather`; signals are listed by `bw signals`",
        "surface == 'pst'|1:1: unknown surface `pst`; did you mean `post`?",
        "lang == 'es-MX'|1:1: `lang` can never be `es-MX`; a language is a primary subtag such as"
            + " `es`",
        "intent.provides > 1|1:1: `intent.provides > 1` can never hold; `intent.provides` is one of"
            + " `0..1`",
        "price.amount < 0|1:1: `price.amount < 0` can never hold; `price.amount` is one of `0..`",
        "price.amount == 5|1:1: `==` and `!=` compare a number with a decimal; write `5.0`",
        "lang in []|1:1: `lang in []` can never hold; name at least one text",
        "price.amount|1:1: `price.amount` is a number; compare it, as in `price.amount >= 1`",
        "surface == 5|1:1: `==` does not fit between the text `surface` and `5`; compare it with"
            + " `==`, `!=` or `in` and texts, as in `surface == \"…\"`",
        "speaker.provides > 0|1:1: `>` does not fit between the flag `speaker.provides` and `0`;"
            + " write `speaker.provides` or `!speaker.provides`",
        "price.present && 5|1:18: `5` stands where a condition should",
        "surface == lang|1:1: `==` needs a signal on one side and a literal on the other",
        "lang in ['en', 5]|1:16: a list after `in` holds texts only",
      })
  void fault_namesPlaceAndCure(String text, String expected) {
    assertThat(problems(text)).singleElement().hasToString("condition:" + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "lang.matches('e.*')|`matches`",
        "size(lang) == 2|",
        "price.amount + 1 > 2|",
        "price.present ? true : false|`? :`",
        "[1].all(x, x > 0)|`all`",
        "has(price.amount)|`has`",
        "{'a': true}.a|",
        "lang[0] == 'e'|",
        "null|",
        "-price.amount > 1|",
      })
  void whatTheSubsetLacks_isRefused(String text, String named) {
    assertThat(problems(text)).isNotEmpty();
    if (named != null) assertThat(problems(text).toString()).contains(named);
  }

  @Test
  void allFaultsOfACondition_areReported() {
    assertThat(problems("speaker.provde &&\n  (surface == 'pst' || size(lang) > 1)"))
        .extracting(Problem::line, Problem::column)
        .containsExactly(tuple(1, 1), tuple(2, 4), tuple(2, 28));
  }

  @Test
  void textThatIsNoExpression_isRefusedWithItsPlace() {
    assertThat(problems("speaker.provides &&")).isNotEmpty();
    assertThat(problems("speaker.provides speaker.seeks").getFirst().column()).isEqualTo(18);
    assertThat(problems("")).isNotEmpty();
  }

  private static org.assertj.core.groups.Tuple tuple(int line, int column) {
    return org.assertj.core.groups.Tuple.tuple(line, column);
  }

  private static Condition parsed(String text) {
    return switch (ConditionText.parse(text)) {
      case Parsed.Accepted(Condition condition) -> condition;
      case Parsed.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static List<Problem> problems(String text) {
    return switch (ConditionText.parse(text)) {
      case Parsed.Accepted(Condition condition) -> throw new AssertionError(condition.toString());
      case Parsed.Rejected(var problems) -> problems;
    };
  }

  private static Condition flag(String name) {
    return new Flag(slot(name));
  }

  private static int slot(String name) {
    return SignalCatalog.STANDARD.slot(name);
  }
}
