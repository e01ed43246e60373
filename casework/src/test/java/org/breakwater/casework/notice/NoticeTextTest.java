package org.breakwater.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.breakwater.casework.notice.Circumstances.Decided;
import org.breakwater.casework.notice.Circumstances.Found;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NoticeTextTest {
  private static final String LINK = "https://trust.example.org/n/t";
  private static final String HELP = "https://trust.example.org/help/card";

  /** Words that accuse, or that name a strike, by language. */
  private static final Map<Language, List<String>> ACCUSING =
      Map.of(
          Language.EN, List.of("violat", "guilty", "criminal", "illegal", "strike", "punish"),
          Language.ES, List.of("infring", "culpable", "delincuen", "ilegal", "castig", "sanci"),
          Language.FR, List.of("viol", "coupable", "criminel", "illégal", "sanction", "puni"),
          Language.PT, List.of("infring", "culpad", "crimin", "ilegal", "castig", "puni"),
          Language.AR, List.of("مذنب", "مجرم", "غير قانوني", "عقوبة", "انتهكت"));

  private static final Map<Language, String> SMUGGLING =
      Map.of(
          Language.EN, "smuggling of migrants",
          Language.ES, "tráfico de migrantes",
          Language.FR, "trafic de migrants",
          Language.PT, "contrabando de migrantes",
          Language.AR, "تهريب المهاجرين");
  private static final Map<Language, String> TRAFFICKING =
      Map.of(
          Language.EN, "trafficking",
          Language.ES, "trata de personas",
          Language.FR, "traite des êtres humains",
          Language.PT, "tráfico de pessoas",
          Language.AR, "الاتجار بالأشخاص");

  private static NoticeText text(StatementOfReasons statement, Language language) {
    return NoticeText.of(statement, Optional.of(Cases.VERSION), language);
  }

  private static NoticeText text(Judged judged, Language language) {
    return text(Cases.statement(judged, Circumstances.machine()), language);
  }

  @Test
  void fiveFiles_sayTheSame() {
    var english = new TreeSet<>(NoticeWords.in(Language.EN).patterns().keySet());
    for (Language language : Language.values()) {
      Map<String, String> patterns = NoticeWords.in(language).patterns();
      assertThat(new TreeSet<>(patterns.keySet())).as(language.code()).isEqualTo(english);
      assertThat(patterns.values()).as(language.code()).noneMatch(String::isBlank);
      if (language != Language.EN)
        assertThat(patterns.entrySet())
            .as("translated")
            .noneMatch(
                each ->
                    !each.getKey().startsWith("language")
                        && each.getValue().length() > 12
                        && each.getValue()
                            .equals(NoticeWords.in(Language.EN).patterns().get(each.getKey())));
    }
  }

  @Test
  void everyKindLabelAndFamily_hasWords() {
    List<String> keys = new ArrayList<>();
    for (Restriction kind : Restriction.values())
      keys.addAll(List.of("subject." + kind.word(), "restriction." + kind.word()));
    for (Label label : Label.values()) keys.add("label." + label.word());
    for (Label.Family family : Label.Family.values())
      keys.add("family." + family.name().toLowerCase(Locale.ROOT));
    for (Found found : Found.values()) keys.add("found." + found.word());
    for (Decided decided : Decided.values()) keys.add("decided." + decided.word());
    for (Language language : Language.values())
      assertThat(NoticeWords.in(language).patterns().keySet()).containsAll(keys);
  }

  @Test
  void everyPattern_canBeSaid_andLeavesNoBrace() {
    Map<String, Object> values =
        Map.of(
            "days", 7, "on", "D", "until", "D", "title", "T", "clause", "C", "policy", "P", "link",
            "L", "number", "N");
    for (Language language : Language.values())
      for (String key : NoticeWords.in(language).patterns().keySet())
        assertThat(NoticeWords.in(language).say(key, values)).as(key).doesNotContain("{", "}");
  }

  @TestFactory
  Stream<DynamicTest> everyRestriction_inEveryLanguage_saysAllThatArt17Asks() {
    return Arrays.stream(Language.values())
        .flatMap(
            language ->
                Cases.each().entrySet().stream()
                    .map(
                        each ->
                            DynamicTest.dynamicTest(
                                each.getKey() + " in " + language.code(),
                                () -> saysAll(each.getKey(), each.getValue(), language))));
  }

  private static void saysAll(Restriction kind, StatementOfReasons statement, Language language) {
    NoticeWords words = NoticeWords.in(language);
    String plain = text(statement, language).plain(LINK, HELP);
    assertThat(plain)
        .contains(words.say("restriction." + kind.word()))
        .contains(words.say("territory"))
        .contains(words.say("found.machine"))
        .contains(words.say("decided." + statement.decided().word()))
        .contains(words.say("rule.contract"))
        .contains("smuggling.offer", "small@2022-12")
        .contains(words.say("rule.prohibited"), title("asking.solicit", "label.solicit", words))
        .contains(words.say("rule.allowed"), title("asking.info", "label.info_request", words))
        .contains(words.say("appeal.how", "until", Cases.UNTIL))
        .contains(words.say("redress.body"), words.say("redress.courts"))
        .contains("log.example.org", "cm9vdA==", "42", Cases.DECISION.toString())
        .contains(LINK, HELP);
    assertThat(plain.toLowerCase(Locale.ROOT)).doesNotContain(ACCUSING.get(language));
  }

  @TestFactory
  Stream<DynamicTest> whoAsks_getsHelpFirst_andNoAccusation() {
    return Arrays.stream(Language.values())
        .map(
            language ->
                DynamicTest.dynamicTest(
                    language.code(),
                    () -> {
                      NoticeWords words = NoticeWords.in(language);
                      String plain = text(Cases.ask(), language).plain(LINK, HELP);
                      assertThat(plain)
                          .startsWith(words.say("help.heading") + "\n" + words.say("help.text"))
                          .contains(words.say("help.counts"));
                      assertThat(plain.indexOf(HELP))
                          .isLessThan(plain.indexOf(words.say("restriction.removed")));
                      assertThat(plain.toLowerCase(Locale.ROOT))
                          .doesNotContain(ACCUSING.get(language));
                    }));
  }

  @Test
  void smugglingAndTrafficking_areToldApartInEveryLanguage() {
    Judged bonded =
        Cases.judged(
            Outcome.REMOVE, Label.TRAFFICKING_LABOUR, "trafficking.labour", Action.REMOVE_CONTENT);
    for (Language language : Language.values()) {
      NoticeWords words = NoticeWords.in(language);
      NoticeText offer = text(Cases.offer(), language);
      assertThat(offer.prohibited().items().toString())
          .contains(title("smuggling.offer", "label.offer", words))
          .doesNotContain(title("trafficking.labour", "label.trafficking_labour", words));
      assertThat(without(offer, words.say("family.smuggling")))
          .doesNotContain(TRAFFICKING.get(language));
      NoticeText labour = text(bonded, language);
      assertThat(without(labour, words.say("family.trafficking")))
          .doesNotContain(SMUGGLING.get(language));
      assertThat(words.say("family.smuggling"))
          .contains(SMUGGLING.get(language), TRAFFICKING.get(language));
      assertThat(words.say("family.smuggling").indexOf(SMUGGLING.get(language)))
          .isLessThan(words.say("family.smuggling").indexOf(TRAFFICKING.get(language)));
      assertThat(words.say("family.trafficking").indexOf(TRAFFICKING.get(language)))
          .isLessThan(words.say("family.trafficking").indexOf(SMUGGLING.get(language)));
    }
  }

  private static String title(String clause, String key, NoticeWords words) {
    return words.language() == Language.EN ? "Title of " + clause : words.say(key);
  }

  private static String without(NoticeText text, String sentence) {
    return text.plain(LINK, HELP).replace(sentence, "").toLowerCase(Locale.ROOT);
  }

  @Test
  void numbersAndDates_areThoseOfTheLanguage() {
    assertThat(NoticeWords.in(Language.EN).say("lasts.days", Map.of("days", 1)))
        .isEqualTo("This lasts 1 day.");
    assertThat(NoticeWords.in(Language.AR).say("lasts.days", Map.of("days", 2)))
        .isEqualTo("يدوم هذا يومين.");
    assertThat(NoticeWords.in(Language.AR).say("lasts.days", Map.of("days", 30)))
        .isEqualTo("يدوم هذا 30 يومًا.");
    assertThat(NoticeWords.in(Language.ES).say("decided_on", "on", Cases.ON))
        .isEqualTo("Decidido el 1 de diciembre de 2026.");
    assertThat(Language.AR.direction()).isEqualTo("rtl");
    assertThat(Language.of("pt-BR")).isEqualTo(Language.PT);
    assertThat(Language.of("sw")).isEqualTo(Language.EN);
  }

  @Test
  void withoutItsVersion_aNoticeStillNamesTheRule() {
    var statement = Cases.statement(Cases.offer(), Circumstances.machine());
    NoticeText text = NoticeText.of(statement, Optional.empty(), Language.EN);
    assertThat(text.rule().paragraphs().getFirst())
        .contains("Offering to move people across a border for gain");
    assertThat(text.allowed().items()).isEmpty();
  }

  /** One whole notice as a person reads it; rewritten by {@code -Dgolden.update}. */
  @Test
  void wholeNotice_isAsInItsFile() throws IOException {
    Path file = Path.of("src", "test", "resources", "notice-en.txt");
    String plain = text(Cases.offer(Action.DISABLE_ACCOUNT), Language.EN).plain(LINK, HELP);
    if (Boolean.getBoolean("golden.update")) Files.writeString(file, plain);
    assertThat(plain).isEqualTo(Files.readString(file));
  }
}
