package org.breakwater.casework.notice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breakwater.engine.policy.Label;

/**
 * A statement of reasons in the form of the European Union's transparency database (schema 2 of
 * 2025-07-01; domain.md §4.1). It is public, so no personal data may stand in it: no words, no
 * content id, no author.
 *
 * <p>The database has no keyword for smuggling of migrants. An offer is {@code VIOLENCE} with
 * {@code HUMAN_EXPLOITATION} and {@code OTHER}, in words; an ask is against the terms and no
 * violence; {@code HUMAN_TRAFFICKING} is for trafficking alone.
 */
public final class TransparencyStatement {
  private static final String VIOLENCE = "STATEMENT_CATEGORY_VIOLENCE";
  private static final String OTHER_TERMS = "STATEMENT_CATEGORY_OTHER_VIOLATION_TC";
  private static final String OTHER = "KEYWORD_OTHER";

  private TransparencyStatement() {}

  /**
   * The members, in the order of the schema.
   *
   * @param name unique on the platform; must not be the content's id nor tell the time
   * @param contentOn the day on which the content was published
   */
  public static Map<String, Object> members(
      StatementOfReasons statement, String name, LocalDate contentOn) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("puid", name);
    visibility(statement, members);
    if (restricts(statement, Restriction.ACCOUNT_DISABLED))
      members.put("decision_account", "DECISION_ACCOUNT_SUSPENDED");
    members.put("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT");
    Ground ground = statement.ground();
    members.put("incompatible_content_ground", rule(ground));
    members.put("incompatible_content_explanation", explanation(ground));
    members.put("incompatible_content_illegal", "No");
    members.put("content_type", List.of("CONTENT_TYPE_TEXT"));
    category(ground.label(), members);
    members.put("territorial_scope", TransparencyRules.COUNTRIES);
    if (statement.lang().length() == 2)
      members.put("content_language", statement.lang().toUpperCase(Locale.ROOT));
    members.put("content_date", contentOn.toString());
    members.put("application_date", statement.on().toString());
    members.put("decision_facts", facts(statement));
    boolean own = statement.found() == Circumstances.Found.MACHINE;
    members.put("source_type", own ? "SOURCE_VOLUNTARY" : "SOURCE_TYPE_OTHER_NOTIFICATION");
    members.put("automated_detection", own ? "Yes" : "No");
    members.put(
        "automated_decision",
        switch (statement.decided()) {
          case MACHINE -> "AUTOMATED_DECISION_FULLY";
          case BOTH -> "AUTOMATED_DECISION_PARTIALLY";
          case PERSON -> "AUTOMATED_DECISION_NOT_AUTOMATED";
        });
    return members;
  }

  private static boolean restricts(StatementOfReasons statement, Restriction restriction) {
    return statement.restrictions().stream().anyMatch(each -> each.restriction() == restriction);
  }

  private static void visibility(StatementOfReasons statement, Map<String, Object> members) {
    List<String> kinds =
        statement.restrictions().stream()
            .flatMap(each -> visibility(each.restriction()).stream())
            .distinct()
            .toList();
    if (kinds.isEmpty()) return;
    members.put("decision_visibility", kinds);
    if (kinds.contains("DECISION_VISIBILITY_OTHER"))
      members.put("decision_visibility_other", "contact details in the content are covered");
  }

  private static Optional<String> visibility(Restriction restriction) {
    return switch (restriction) {
      // Hidden, not deleted: it can be shown again.
      case REMOVED, HIDDEN, AD_REFUSED, AD_WAITING ->
          Optional.of("DECISION_VISIBILITY_CONTENT_DISABLED");
      case LIMITED -> Optional.of("DECISION_VISIBILITY_CONTENT_DEMOTED");
      case REPLIES_LIMITED -> Optional.of("DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED");
      case CONTACTS_MASKED -> Optional.of("DECISION_VISIBILITY_OTHER");
      case ACCOUNT_DISABLED, ACCOUNT_PROPOSED -> Optional.empty();
    };
  }

  private static String rule(Ground ground) {
    return ground.clause().isEmpty()
        ? "Policy " + ground.policy() + ", clause not settled"
        : "Policy %s, clause %s".formatted(ground.policy(), ground.clause());
  }

  private static String explanation(Ground ground) {
    NoticeWords words = NoticeWords.in(Language.EN);
    String family = ground.label().family().name().toLowerCase(Locale.ROOT);
    return "The content appears to fall under: %s. %s"
        .formatted(words.say("label." + ground.label().word()), words.say("family." + family));
  }

  private static String facts(StatementOfReasons statement) {
    NoticeWords words = NoticeWords.in(Language.EN);
    return "%s %s Passages of the text that led to it: %d."
        .formatted(
            words.say("found." + statement.found().word()),
            words.say("decided." + statement.decided().word()),
            statement.marks());
  }

  private static void category(Label label, Map<String, Object> members) {
    switch (label.family()) {
      case TRAFFICKING ->
          category(
              members,
              VIOLENCE,
              List.of("KEYWORD_HUMAN_TRAFFICKING", "KEYWORD_HUMAN_EXPLOITATION"),
              "");
      case SMUGGLING -> {
        if (label.isNoRecord())
          category(members, OTHER_TERMS, List.of("KEYWORD_GOODS_SERVICES_NOT_PERMITTED"), "");
        else
          category(
              members,
              VIOLENCE,
              List.of("KEYWORD_HUMAN_EXPLOITATION", OTHER),
              "smuggling of migrants (not trafficking)");
      }
      case EXTORTION ->
          category(members, VIOLENCE, List.of("KEYWORD_COORDINATED_HARM", OTHER), "extortion");
      case DRUGS ->
          category(members, OTHER_TERMS, List.of("KEYWORD_GOODS_SERVICES_NOT_PERMITTED"), "");
      case DANGER -> category(members, OTHER_TERMS, List.of(OTHER), "a person in danger");
      case INFORMATION, NONE ->
          category(members, OTHER_TERMS, List.of(OTHER), "waits for a person's decision");
    }
  }

  private static void category(
      Map<String, Object> members, String category, List<String> keywords, String other) {
    members.put("category", category);
    members.put("category_specification", keywords);
    if (!other.isEmpty()) members.put("category_specification_other", other);
  }
}
