package org.breakwater.casework.notice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the transparency database takes, as its published validator does (domain.md §4.1): what it
 * refuses, and what it drops without a word. Beside that it refuses what must never be sent.
 */
public final class TransparencyRules {
  /** At most so many statements in one request. */
  public static final int BATCH_MAX = 100;

  /** The countries of the European Economic Area. */
  static final List<String> COUNTRIES =
      words(
          """
          AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK
          """);

  private static final int SHORT_MAX = 500;
  private static final int LONG_MAX = 2_000;
  private static final int FACTS_MAX = 5_000;
  private static final LocalDate DATE_END = LocalDate.of(2038, 1, 1);
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final Pattern URL = Pattern.compile("https?://\\S+");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Z]{2}");
  private static final Pattern PERSONAL =
      Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w|\\+?\\d[\\d ().-]{7,}\\d");
  private static final String ILLEGAL = "DECISION_GROUND_ILLEGAL_CONTENT";
  private static final String INCOMPATIBLE = "DECISION_GROUND_INCOMPATIBLE_CONTENT";

  private static final List<String> VISIBILITIES =
      words(
          "DECISION_VISIBILITY_",
          """
          CONTENT_REMOVED CONTENT_DISABLED CONTENT_DEMOTED CONTENT_AGE_RESTRICTED
          CONTENT_INTERACTION_RESTRICTED CONTENT_LABELLED OTHER
          """);
  private static final List<String> MONETARY =
      words("DECISION_MONETARY_", "SUSPENSION TERMINATION OTHER");
  private static final List<String> PROVISION =
      words(
          "DECISION_PROVISION_",
          "PARTIAL_SUSPENSION TOTAL_SUSPENSION PARTIAL_TERMINATION TOTAL_TERMINATION");
  private static final List<String> ACCOUNT = words("DECISION_ACCOUNT_", "SUSPENDED TERMINATED");
  private static final List<String> ACCOUNT_TYPES = words("ACCOUNT_TYPE_", "BUSINESS PRIVATE");
  private static final List<String> CONTENT_TYPES =
      words("CONTENT_TYPE_", "APP AUDIO IMAGE PRODUCT SYNTHETIC_MEDIA TEXT VIDEO OTHER");
  private static final List<String> SOURCES =
      words("SOURCE_", "ARTICLE_16 TRUSTED_FLAGGER TYPE_OTHER_NOTIFICATION VOLUNTARY");
  private static final List<String> AUTOMATED =
      words("AUTOMATED_DECISION_", "FULLY PARTIALLY NOT_AUTOMATED");
  private static final List<String> CATEGORIES =
      words(
          "STATEMENT_CATEGORY_",
          """
          ANIMAL_WELFARE CONSUMER_INFORMATION CYBER_VIOLENCE CYBER_VIOLENCE_AGAINST_WOMEN
          DATA_PROTECTION_AND_PRIVACY_VIOLATIONS ILLEGAL_OR_HARMFUL_SPEECH
          INTELLECTUAL_PROPERTY_INFRINGEMENTS NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS
          NOT_SPECIFIED_NOTICE OTHER_VIOLATION_TC PROTECTION_OF_MINORS RISK_FOR_PUBLIC_SECURITY
          SCAMS_AND_FRAUD SELF_HARM UNSAFE_AND_PROHIBITED_PRODUCTS VIOLENCE
          """);
  private static final List<String> KEYWORDS =
      words(
          "KEYWORD_",
          """
          ANIMAL_HARM UNLAWFUL_SALE_ANIMALS HIDDEN_ADVERTISEMENT
          INSUFFICIENT_INFORMATION_ON_TRADERS MISLEADING_INFO_GOODS_SERVICES
          MISLEADING_INFO_CONSUMER_RIGHTS NONCOMPLIANCE_PRICING CYBER_BULLYING_INTIMIDATION
          CYBER_HARASSMENT CYBER_INCITEMENT CYBER_STALKING NON_CONSENSUAL_IMAGE_SHARING
          NON_CONSENSUAL_MATERIAL_DEEPFAKE BULLYING_AGAINST_GIRLS CYBER_HARASSMENT_AGAINST_WOMEN
          CYBER_STALKING_AGAINST_WOMEN FEMALE_GENDERED_DISINFORMATION INCITEMENT_AGAINST_WOMEN
          NON_CONSENSUAL_IMAGE_SHARING_AGAINST_WOMEN
          NON_CONSENSUAL_MATERIAL_DEEPFAKE_AGAINST_WOMEN BIOMETRIC_DATA_BREACH
          DATA_FALSIFICATION MISSING_PROCESSING_GROUND RIGHT_TO_BE_FORGOTTEN DEFAMATION
          DISCRIMINATION HATE_SPEECH COPYRIGHT_INFRINGEMENT DESIGN_INFRINGEMENT
          GEOGRAPHIC_INDICATIONS_INFRINGEMENT PATENT_INFRINGEMENT TRADE_SECRET_INFRINGEMENT
          TRADEMARK_INFRINGEMENT MISINFORMATION_DISINFORMATION VIOLATION_EU_LAW
          VIOLATION_NATIONAL_LAW ADULT_SEXUAL_MATERIAL AGE_SPECIFIC_RESTRICTIONS
          GEOGRAPHICAL_REQUIREMENTS GOODS_SERVICES_NOT_PERMITTED LANGUAGE_REQUIREMENTS NUDITY
          AGE_SPECIFIC_RESTRICTIONS_MINORS CHILD_SEXUAL_ABUSE_MATERIAL
          CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE GROOMING_SEXUAL_ENTICEMENT_MINORS
          UNSAFE_CHALLENGES ILLEGAL_ORGANIZATIONS RISK_ENVIRONMENTAL_DAMAGE RISK_PUBLIC_HEALTH
          TERRORIST_CONTENT IMPERSONATION_ACCOUNT_HIJACKING INAUTHENTIC_ACCOUNTS
          INAUTHENTIC_LISTINGS INAUTHENTIC_USER_REVIEWS PHISHING PYRAMID_SCHEMES
          CONTENT_PROMOTING_EATING_DISORDERS SELF_MUTILATION SUICIDE PROHIBITED_PRODUCTS
          UNSAFE_PRODUCTS COORDINATED_HARM INCITEMENT_VIOLENCE_HATRED HUMAN_EXPLOITATION
          HUMAN_TRAFFICKING TRAFFICKING_WOMEN_GIRLS OTHER
          """);

  private final Map<String, Object> members;
  private final List<String> faults = new ArrayList<>();
  private final List<String> dropped = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private TransparencyRules(Map<String, ?> stated) {
    this.members = new LinkedHashMap<>(stated);
  }

  /**
   * What becomes of a statement.
   *
   * @param accepted what the database would keep; only where there are no faults
   * @param faults each as {@code member: what is wrong}
   * @param dropped members that it would leave out in silence
   * @param remarks what is taken, and has to be explained
   */
  public record Checked(
      Map<String, Object> accepted,
      List<String> faults,
      List<String> dropped,
      List<String> remarks) {
    public Checked {
      faults = List.copyOf(faults);
      dropped = List.copyOf(dropped);
      remarks = List.copyOf(remarks);
    }
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static List<String> words(String prefix, String text) {
    return words(text).stream().map(prefix::concat).toList();
  }

  /** Checks several as one request; a fault of their number stands in the first. */
  public static List<Checked> check(List<? extends Map<String, ?>> statements) {
    List<Checked> checked = new ArrayList<>();
    for (Map<String, ?> each : statements) checked.add(check(each));
    if (statements.size() <= BATCH_MAX && !statements.isEmpty()) return checked;
    var number =
        new Checked(
            Map.of(),
            List.of(
                "statements: 1 to %d in a request, not %d".formatted(BATCH_MAX, statements.size())),
            List.of(),
            List.of());
    checked.addFirst(number);
    return checked;
  }

  /** Checks one. */
  public static Checked check(Map<String, ?> statement) {
    var rules = new TransparencyRules(statement);
    rules.decisions();
    rules.grounds();
    rules.content();
    rules.dates();
    rules.source();
    rules.never();
    return new Checked(rules.members, rules.faults, rules.dropped, rules.remarks);
  }

  private void decisions() {
    text("puid", SHORT_MAX, true, NAME);
    many("decision_visibility", VISIBILITIES, false);
    one("decision_monetary", MONETARY, false);
    one("decision_provision", PROVISION, false);
    one("decision_account", ACCOUNT, false);
    one("account_type", ACCOUNT_TYPES, false);
    List<String> kinds =
        List.of(
            "decision_visibility", "decision_monetary", "decision_provision", "decision_account");
    if (kinds.stream().noneMatch(members::containsKey))
      kinds.forEach(kind -> faults.add(kind + ": one of the four decisions is needed"));
    when("decision_visibility_other", holds("decision_visibility", "DECISION_VISIBILITY_OTHER"));
    when("decision_monetary_other", holds("decision_monetary", "DECISION_MONETARY_OTHER"));
  }

  private void grounds() {
    one("decision_ground", List.of(ILLEGAL, INCOMPATIBLE), true);
    text("decision_ground_reference_url", SHORT_MAX, false, URL);
    boolean illegal = holds("decision_ground", ILLEGAL);
    boolean incompatible = holds("decision_ground", INCOMPATIBLE);
    when("illegal_content_legal_ground", SHORT_MAX, illegal);
    when("illegal_content_explanation", LONG_MAX, illegal);
    when("incompatible_content_ground", SHORT_MAX, incompatible);
    when("incompatible_content_explanation", LONG_MAX, incompatible);
    if (!incompatible) drop("incompatible_content_illegal");
    one("incompatible_content_illegal", List.of("Yes", "No"), false);
  }

  private void content() {
    many("content_type", CONTENT_TYPES, true);
    when("content_type_other", holds("content_type", "CONTENT_TYPE_OTHER"));
    one("category", CATEGORIES, true);
    many("category_addition", CATEGORIES, false);
    many("category_specification", KEYWORDS, false);
    text("category_specification_other", SHORT_MAX, false, null);
    many("territorial_scope", COUNTRIES, false);
    text("content_language", 2, false, LANGUAGE);
    text("decision_facts", FACTS_MAX, true, null);
  }

  private void dates() {
    date("content_date", LocalDate.of(2000, 1, 1), true);
    Optional<LocalDate> applied = date("application_date", LocalDate.of(2020, 1, 1), true);
    for (String what : List.of("account", "monetary", "service", "visibility")) {
      String member = "end_date_" + what + "_restriction";
      Optional<LocalDate> end = date(member, LocalDate.of(2020, 1, 1), false);
      if (end.isPresent() && applied.filter(end.get()::isBefore).isPresent())
        faults.add(member + ": lies before application_date");
    }
  }

  private void source() {
    one("source_type", SOURCES, true);
    if (holds("source_type", "SOURCE_VOLUNTARY")) drop("source_identity");
    text("source_identity", SHORT_MAX, false, null);
    one("automated_detection", List.of("Yes", "No"), true);
    one("automated_decision", AUTOMATED, true);
    boolean notified =
        holds("source_type", "SOURCE_TRUSTED_FLAGGER") || holds("source_type", "SOURCE_ARTICLE_16");
    if (notified && holds("automated_detection", "Yes"))
      remarks.add("automated_detection: `Yes` beside a notice by somebody has to be explained");
  }

  /** Ours: personal data never (Art. 24(5)), and smuggling never as trafficking. */
  private void never() {
    members.forEach(
        (member, value) -> {
          boolean free =
              value instanceof String && !member.equals("puid") && !member.contains("date");
          if (free && PERSONAL.matcher((String) value).find())
            faults.add(member + ": holds what looks like an address or a number of a person");
        });
    String said = members.getOrDefault("category_specification_other", "").toString();
    if (said.contains("smuggling") && isTrafficking())
      faults.add("category_specification: smuggling is not trafficking");
  }

  private boolean isTrafficking() {
    return holds("category_specification", "KEYWORD_HUMAN_TRAFFICKING")
        || holds("category_specification", "KEYWORD_TRAFFICKING_WOMEN_GIRLS");
  }

  private boolean holds(String member, String word) {
    Object value = members.get(member);
    return value instanceof List<?> many ? many.contains(word) : word.equals(value);
  }

  private void drop(String member) {
    if (members.remove(member) != null) dropped.add(member);
  }

  private void when(String member, boolean applies) {
    when(member, SHORT_MAX, applies);
  }

  private void when(String member, int most, boolean applies) {
    if (applies) text(member, most, true, null);
    else drop(member);
  }

  private void text(
      String member, int most, boolean required, @org.jspecify.annotations.Nullable Pattern form) {
    Object value = members.get(member);
    if (value == null) {
      if (required) faults.add(member + ": is needed");
      return;
    }
    if (!(value instanceof String text) || text.isBlank()) faults.add(member + ": must be text");
    else if (text.length() > most) faults.add("%s: longer than %d".formatted(member, most));
    else if (form != null && !form.matcher(text).matches())
      faults.add(member + ": is not of its form");
  }

  private void one(String member, List<String> words, boolean required) {
    Object value = members.get(member);
    if (value == null) {
      if (required) faults.add(member + ": is needed");
    } else if (!(value instanceof String text) || !words.contains(text))
      faults.add("%s: `%s` is none of its words".formatted(member, value));
  }

  private void many(String member, List<String> words, boolean required) {
    Object value = members.get(member);
    if (value == null) {
      if (required) faults.add(member + ": is needed");
      return;
    }
    Predicate<Object> unknown = each -> !(each instanceof String text) || !words.contains(text);
    if (!(value instanceof List<?> list) || list.isEmpty())
      faults.add(member + ": must be a list of words");
    else
      list.stream()
          .filter(unknown)
          .forEach(each -> faults.add("%s: `%s` is none of its words".formatted(member, each)));
  }

  private Optional<LocalDate> date(String member, LocalDate first, boolean required) {
    Object value = members.get(member);
    if (value == null) {
      if (required) faults.add(member + ": is needed");
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(value.toString());
      if (day.isBefore(first) || day.isAfter(DATE_END))
        faults.add("%s: must lie between %s and %s".formatted(member, first, DATE_END));
      return Optional.of(day);
    } catch (DateTimeException _) {
      faults.add(member + ": must be a day such as 2026-11-22");
      return Optional.empty();
    }
  }
}
