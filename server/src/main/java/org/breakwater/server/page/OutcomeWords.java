package org.breakwater.server.page;

import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Outcome;

/** What an outcome or an action means, for whoever it happens to (design.md §3). */
final class OutcomeWords {
  private OutcomeWords() {}

  static String of(Outcome outcome, Surface surface) {
    return switch (surface) {
      case AD -> ofAd(outcome);
      case SEARCH -> ofSearch(outcome);
      case POST, COMMENT, MESSAGE, GROUP, PAGE, PROFILE, JOB, LIVE, LINK, EVENT -> of(outcome);
    };
  }

  private static String of(Outcome outcome) {
    return switch (outcome) {
      case ALLOW -> "it stays";
      case ALLOW_WITH_RESOURCES -> "it stays, and its author alone is shown where to find help";
      case REVIEW -> "it stays visible and is not amplified until a person has decided";
      case REMOVE ->
          "it is hidden, which can be undone; by a machine alone only where that is licensed by"
              + " evidence, else it stays visible until a person has decided";
      case ESCALATE -> "it goes to the emergency queue at once and stays visible";
    };
  }

  private static String ofAd(Outcome outcome) {
    return switch (outcome) {
      case ALLOW -> "it is published";
      case ALLOW_WITH_RESOURCES -> "it is published, and its author is shown where to find help";
      case REVIEW -> "it waits unpublished until a person has decided";
      case REMOVE ->
          "it is refused; by a machine alone only where that is licensed by evidence, else it waits"
              + " unpublished until a person has decided";
      case ESCALATE -> "it goes to the emergency queue at once";
    };
  }

  private static String ofSearch(Outcome outcome) {
    return switch (outcome) {
      case ALLOW -> "its results are shown";
      // Nothing waits for a person on a search.
      case ALLOW_WITH_RESOURCES, REVIEW -> "its results are shown below help";
      case REMOVE -> "fewer results are shown, below help; never an empty page";
      case ESCALATE -> "help in danger is shown above the results";
    };
  }

  static String of(Action action) {
    return switch (action) {
      case REMOVE_CONTENT -> "hide it";
      case DISABLE_ACCOUNT ->
          "propose that the account be disabled, which a person confirms or not";
      case REFUSE_AD -> "refuse an ad";
      case LIMIT_SEARCH -> "show fewer results of a search";
      case SHOW_INTERSTITIAL -> "show help before the results of a search";
      case SEND_RESOURCES -> "show where to find help";
      case MASK_CONTACTS -> "mask contacts";
      case LIMIT_REPLIES -> "limit replies and messages by strangers";
      case NO_AMPLIFICATION -> "recommend it to nobody";
      case QUEUE_REVIEW -> "put it before a person";
      case ESCALATE -> "put it before a person at once";
      case PRESERVE -> "keep a copy for review and appeal";
    };
  }
}
