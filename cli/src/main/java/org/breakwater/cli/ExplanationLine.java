package org.breakwater.cli;

import org.breakwater.engine.Engine;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.codec.ExplanationJson;

/** A decision with everything that led to it, as one line of JSON. */
record ExplanationLine(Engine engine) implements DecisionForm {
  @Override
  public void print(Post post, Verdict verdict, StringBuilder out) {
    out.append(ExplanationJson.text(engine.explain(post.event(), post.at()))).append('\n');
  }
}
