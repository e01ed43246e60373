package org.breakwater.server.page;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.policy.text.ClauseWords;
import org.breakwater.engine.policy.text.PolicyWord;
import org.breakwater.server.publication.Timeline;

/**
 * A version of the policy for readers.
 *
 * @param periods when it was in force, oldest first
 */
record PolicyPage(
    String name,
    String hash,
    String checked,
    List<Timeline.Period> periods,
    List<Rule> prohibited,
    List<Rule> allowed,
    List<Rule> reviewed) {

  static Response response(PolicyVersion version, Timeline timeline) {
    List<Timeline.Period> periods =
        timeline.periods().stream()
            .filter(period -> period.policy().equals(version.name()))
            .toList();
    return Pages.page(200, Pages.Templates.policy(of(version, periods)));
  }

  private static PolicyPage of(PolicyVersion version, List<Timeline.Period> periods) {
    return new PolicyPage(
        version.name(),
        version.hash(),
        version.date().toString(),
        List.copyOf(periods),
        rules(version, PolicyWord.PROHIBITED),
        rules(version, PolicyWord.ALLOWED),
        rules(version, PolicyWord.NEEDS_CONTEXT));
  }

  private static List<Rule> rules(PolicyVersion version, PolicyWord heading) {
    return version.clauses().stream()
        .map(clause -> new ClauseWords(clause, "en"))
        .filter(words -> words.heading() == heading)
        .map(Rule::of)
        .toList();
  }

  /** Every rule, in the order in which the page lists them. */
  public List<Rule> rules() {
    List<Rule> all = new ArrayList<>(prohibited);
    all.addAll(allowed);
    all.addAll(reviewed);
    return all;
  }

  public boolean isInForce() {
    return periods.stream().anyMatch(period -> !period.isOver());
  }

  /**
   * One clause.
   *
   * @param when to follow "it applies when"
   * @param right empty where it protects none
   */
  record Rule(
      String id,
      String title,
      String stance,
      String when,
      List<String> outcomes,
      List<String> actions,
      String right,
      String rationale,
      List<String> sources,
      List<Texts> holds,
      List<Texts> near) {

    static Rule of(ClauseWords words) {
      Clause clause = words.clause();
      return new Rule(
          clause.id(),
          clause.titleIn("en"),
          stance(clause.stance()),
          words.when(),
          outcomes(clause),
          clause.actions().stream().map(OutcomeWords::of).toList(),
          clause.right(),
          clause.rationale().strip(),
          words.sources(),
          texts(clause.examples().holds()),
          texts(clause.examples().near()));
    }

    private static String stance(Stance stance) {
      return switch (stance) {
        case PROHIBITED -> "Prohibited";
        case ALLOWED -> "Allowed";
        case PROTECTED -> "Allowed, and protected: a machine removes nothing for which it holds";
        case ALLOWED_WITH_RESOURCES -> "Allowed, and met with help";
        case NEEDS_CONTEXT -> "A person looks first";
      };
    }

    private static List<String> outcomes(Clause clause) {
      List<String> words = new ArrayList<>();
      for (Surface surface : Surface.values()) {
        boolean common = clause.outcome().on(surface) == clause.outcome().otherwise();
        boolean differs = surface == Surface.AD || surface == Surface.SEARCH;
        if (!common || differs)
          words.add("%s: %s".formatted(place(surface), follows(clause, surface)));
      }
      words.addFirst("In general: " + follows(clause, Surface.POST));
      return words;
    }

    private static String follows(Clause clause, Surface surface) {
      boolean looked = clause.stance() == Stance.NEEDS_CONTEXT;
      Outcome outcome = looked ? Outcome.REVIEW : clause.outcome().on(surface);
      return OutcomeWords.of(outcome, surface);
    }

    private static String place(Surface surface) {
      return switch (surface) {
        case AD -> "An ad";
        case SEARCH -> "A search";
        case GROUP, PAGE, PROFILE -> "The name of a " + surface.word();
        case MESSAGE -> "A private message that one of its readers reported";
        case POST, COMMENT, JOB, LIVE, LINK, EVENT -> "As " + surface.word();
      };
    }

    private static List<Texts> texts(Map<String, List<String>> byLanguage) {
      List<Texts> texts = new ArrayList<>();
      new TreeMap<>(byLanguage)
          .forEach((language, list) -> texts.add(new Texts(language, List.copyOf(list))));
      return texts;
    }
  }

  /** Examples in one language. */
  record Texts(String language, List<String> texts) {}
}
