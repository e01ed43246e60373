package org.breakwater.engine.decision;

/** Why a machine does less than a clause says. */
enum Restraint {
  NONE("nothing restrains it"),
  MAY_HOLD("it only may hold, because signals are unknown"),
  NEEDS_CONTEXT("the policy wants a person to look at it always"),
  UNDETERMINED_LANGUAGE("the language is undetermined"),
  NOT_CERTAIN("`certain` is not true"),
  NOT_LICENSED("no measured evidence licenses a machine for this clause, language and surface"),
  BREAKER_OPEN("its circuit breaker is open"),
  PROTECTED("a clause with stance protected holds");

  private final String words;

  Restraint(String words) {
    this.words = words;
  }

  /** The restraint as the end of a sentence, for explanations. */
  String words() {
    return words;
  }
}
