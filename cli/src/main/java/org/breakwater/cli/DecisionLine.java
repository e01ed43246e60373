package org.breakwater.cli;

import org.breakwater.engine.Verdict;
import org.breakwater.engine.codec.DecisionJson;

/** A decision as one line of JSON, as the contract has it. */
record DecisionLine() implements DecisionForm {
  @Override
  public void print(Post post, Verdict verdict, StringBuilder out) {
    out.append(DecisionJson.text(verdict)).append('\n');
  }
}
