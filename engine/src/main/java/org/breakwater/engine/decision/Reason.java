package org.breakwater.engine.decision;

import org.breakwater.engine.content.Surface;
import org.breakwater.engine.decision.Ruling.Settled;
import org.breakwater.engine.policy.Clause;

/**
 * One sentence for the person whose content was judged: what happens and under which rule. It
 * accuses nobody and tells nothing that would help to slip past the rule.
 *
 * @param lang {@code en} or {@code es}
 */
record Reason(String sentence, String lang) {

  /**
   * The sentence for a ruling.
   *
   * @param hidden whether the content is hidden while it waits for a person
   */
  static Reason of(Ruling ruling, boolean hidden, Surface surface, String contentLang) {
    return switch (ruling) {
      case Ruling.Silent _ -> untitled(silent(surface), contentLang);
      case Settled settled when !settled.by().holds() -> untitled(unclear(surface), contentLang);
      case Settled settled -> titled(settled, hidden, surface, contentLang);
    };
  }

  /** The sentence for a private message that nobody reported. */
  static Reason unjudged(String contentLang) {
    return untitled(Sentence.MESSAGE_UNJUDGED, contentLang);
  }

  private static Sentence silent(Surface surface) {
    return switch (surface) {
      case AD -> Sentence.AD_NO_RULE;
      case SEARCH -> Sentence.SEARCH_NO_RULE;
      case POST, COMMENT, MESSAGE, GROUP, PAGE, PROFILE, JOB, LIVE, LINK, EVENT -> Sentence.NO_RULE;
    };
  }

  private static Sentence unclear(Surface surface) {
    return switch (surface) {
      case AD -> Sentence.AD_UNCLEAR;
      case SEARCH -> Sentence.SEARCH_UNCLEAR;
      case POST, COMMENT, MESSAGE, GROUP, PAGE, PROFILE, JOB, LIVE, LINK, EVENT -> Sentence.UNCLEAR;
    };
  }

  private static Sentence sentence(Settled ruling, boolean hidden, Surface surface) {
    return switch (surface) {
      case AD -> onAd(ruling);
      case SEARCH -> onSearch(ruling);
      case POST, COMMENT, MESSAGE, GROUP, PAGE, PROFILE, JOB, LIVE, LINK, EVENT ->
          onContent(ruling, hidden);
    };
  }

  private static Sentence onContent(Settled ruling, boolean hidden) {
    return switch (ruling.outcome()) {
      case ALLOW -> ruling.by().isProtected() ? Sentence.PROTECTED : Sentence.ALLOWED;
      case ALLOW_WITH_RESOURCES -> Sentence.HELPED;
      case REVIEW -> hidden ? Sentence.REVIEWED_HIDDEN : Sentence.REVIEWED;
      case REMOVE -> Sentence.REMOVED;
      case ESCALATE -> Sentence.ESCALATED;
    };
  }

  private static Sentence onAd(Settled ruling) {
    return switch (ruling.outcome()) {
      case ALLOW -> Sentence.AD_ALLOWED;
      case ALLOW_WITH_RESOURCES -> Sentence.AD_HELPED;
      case REVIEW -> Sentence.AD_REVIEWED;
      case REMOVE -> Sentence.AD_REFUSED;
      case ESCALATE -> Sentence.ESCALATED;
    };
  }

  private static Sentence onSearch(Settled ruling) {
    return switch (ruling.outcome()) {
      case ALLOW -> Sentence.SEARCH_ALLOWED;
      case ALLOW_WITH_RESOURCES, REVIEW -> Sentence.SEARCH_HELPED;
      case REMOVE -> Sentence.SEARCH_LIMITED;
      case ESCALATE -> Sentence.ESCALATED;
    };
  }

  private static Reason titled(
      Settled ruling, boolean hidden, Surface surface, String contentLang) {
    Clause clause = ruling.by().clause();
    Sentence sentence = sentence(ruling, hidden, surface);
    // A Spanish sentence around an English title would be neither.
    boolean spanish = contentLang.equals("es") && clause.title().containsKey("es");
    return spanish
        ? new Reason(sentence.spanish(clause.titleIn("es")), "es")
        : new Reason(sentence.english(clause.titleIn("en")), "en");
  }

  private static Reason untitled(Sentence sentence, String contentLang) {
    return contentLang.equals("es")
        ? new Reason(sentence.spanish(""), "es")
        : new Reason(sentence.english(""), "en");
  }
}
