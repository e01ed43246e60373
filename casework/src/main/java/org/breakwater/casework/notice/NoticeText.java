package org.breakwater.casework.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;

/**
 * A statement of reasons in the words of one language, by parts.
 *
 * @param help stands first; empty where nothing says that help is needed
 * @param allowed the other half of the policy; empty, as {@code prohibited}, where the version it
 *     was decided under is not here
 */
public record NoticeText(
    Language language,
    String subject,
    Optional<Section> help,
    Section what,
    Section rule,
    Section prohibited,
    Section allowed,
    Section how,
    Section appeal,
    Section proof) {

  /**
   * A heading and what stands below it.
   *
   * @param items of a list after the paragraphs
   */
  public record Section(String heading, List<String> paragraphs, List<String> items) {
    public Section {
      paragraphs = List.copyOf(paragraphs);
      items = List.copyOf(items);
    }

    static Section of(String heading, String... paragraphs) {
      return new Section(heading, List.of(paragraphs), List.of());
    }
  }

  /**
   * Puts a statement into words.
   *
   * @param version the policy it was decided under; empty where that is not here
   */
  public static NoticeText of(
      StatementOfReasons statement, Optional<PolicyVersion> version, Language language) {
    NoticeWords words = NoticeWords.in(language);
    Ground ground = statement.ground();
    return new NoticeText(
        language,
        words.say("subject." + statement.leading().word()),
        ground.helpFirst()
            ? Optional.of(
                Section.of(
                    words.say("help.heading"), words.say("help.text"), words.say("help.counts")))
            : Optional.empty(),
        what(statement, words),
        rule(ground, version, words),
        clauses(
            "rule.prohibited",
            version,
            words,
            clause ->
                clause.stance() == Stance.PROHIBITED
                    && clause.label().family() == ground.label().family()),
        clauses(
            "rule.allowed",
            version,
            words,
            clause ->
                clause.stance() == Stance.ALLOWED
                    || clause.stance() == Stance.PROTECTED
                    || clause.stance() == Stance.ALLOWED_WITH_RESOURCES),
        Section.of(
            words.say("how.heading"),
            words.say("found." + statement.found().word()),
            words.say("decided." + statement.decided().word())),
        appeal(statement.appealUntil(), words),
        proof(statement.proof(), words));
  }

  private static Section what(StatementOfReasons statement, NoticeWords words) {
    List<String> paragraphs = new ArrayList<>();
    for (Restricted each : statement.restrictions())
      paragraphs.add(
          words.say("restriction." + each.restriction().word()) + " " + lasting(each, words));
    paragraphs.add(words.say("territory"));
    paragraphs.add(words.say("about"));
    return new Section(words.say("decided_on", "on", statement.on()), paragraphs, List.of());
  }

  private static String lasting(Restricted each, NoticeWords words) {
    return switch (each.lasting()) {
      case UNTIL_UNDONE -> words.say("lasts.undone");
      case UNTIL_DECIDED -> words.say("lasts.review");
      case DAYS -> words.say("lasts.days", Map.of("days", each.days()));
    };
  }

  private static Section rule(Ground ground, Optional<PolicyVersion> version, NoticeWords words) {
    String family =
        words.say("family." + ground.label().family().name().toLowerCase(java.util.Locale.ROOT));
    if (ground.clause().isEmpty())
      return Section.of(words.say("rule.heading"), family, words.say("rule.contract"));
    String title =
        version
            .flatMap(rules -> rules.clause(ground.clause()))
            .map(clause -> title(clause, words))
            .orElseGet(() -> words.say("label." + ground.label().word()));
    return Section.of(
        words.say("rule.heading"),
        words.say("rule.ground", Map.of("title", title)),
        family,
        words.say("rule.contract"),
        words.say("rule.reference", Map.of("clause", ground.clause(), "policy", ground.policy())));
  }

  /** The pack's own title where it has one in the language, else that of its label. */
  private static String title(Clause clause, NoticeWords words) {
    boolean told = clause.label() == Label.EXTORTION && clause.stance() != Stance.PROHIBITED;
    return Optional.ofNullable(clause.title().get(words.language().code()))
        .orElseGet(
            () -> words.say(told ? "label.extortion.told" : "label." + clause.label().word()));
  }

  private static Section clauses(
      String heading, Optional<PolicyVersion> version, NoticeWords words, Predicate<Clause> which) {
    List<String> titles =
        version.stream()
            .flatMap(rules -> rules.clauses().stream())
            .filter(which)
            .map(clause -> title(clause, words))
            .distinct()
            .toList();
    return new Section(words.say(heading), List.of(), titles);
  }

  private static Section appeal(LocalDate until, NoticeWords words) {
    return Section.of(
        words.say("appeal.heading"),
        words.say("appeal.how", "until", until),
        words.say("redress.body"),
        words.say("redress.courts"));
  }

  private static Section proof(StatementOfReasons.LogProof proof, NoticeWords words) {
    return new Section(
        words.say("proof.heading"),
        List.of(words.say("proof.text")),
        List.of(
            words.say("proof.log") + ": " + proof.origin(),
            words.say("proof.size") + ": " + proof.size(),
            words.say("proof.root") + ": " + proof.root(),
            words.say("proof.receipt") + ": " + proof.receipt()));
  }

  /**
   * All of it as plain text.
   *
   * @param link to the page, where one can appeal
   * @param helpLink to where help is found
   */
  public String plain(String link, String helpLink) {
    NoticeWords words = NoticeWords.in(language);
    List<String> lines = new ArrayList<>();
    String found = words.say("help.link") + ": " + helpLink;
    help.ifPresent(
        section -> {
          lines.add(text(section));
          lines.add(found + "\n");
        });
    Stream.of(what, rule, prohibited, allowed, how)
        .filter(section -> !section.paragraphs().isEmpty() || !section.items().isEmpty())
        .forEach(section -> lines.add(text(section)));
    lines.add(text(appeal));
    lines.add(words.say("appeal.where", Map.of("link", link)) + "\n");
    lines.add(text(proof));
    if (help.isEmpty()) lines.add(words.say("help.other") + "\n" + found + "\n");
    return String.join("\n", lines);
  }

  private static String text(Section section) {
    var text = new StringBuilder(section.heading()).append('\n');
    section.paragraphs().forEach(paragraph -> text.append(paragraph).append('\n'));
    section.items().forEach(item -> text.append("- ").append(item).append('\n'));
    return text.toString();
  }
}
