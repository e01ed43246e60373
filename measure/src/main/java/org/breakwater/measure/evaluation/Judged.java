package org.breakwater.measure.evaluation;

import java.util.List;
import java.util.Optional;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.measure.cases.PolicyCase;

/**
 * One case with a system's answer.
 *
 * @param mutator word of the disguise its text was given; empty for the text as written
 * @param event what was answered; another than the case's where it was disguised
 * @param expected the right outcomes under the version in question; never empty
 */
public record Judged(
    PolicyCase policyCase,
    String mutator,
    ContentEvent event,
    List<Outcome> expected,
    Answer answer) {

  public Judged {
    if (expected.isEmpty())
      throw new IllegalArgumentException("no outcome is right: " + policyCase.event().id());
    expected = List.copyOf(expected);
  }

  public Duty duty() {
    return Duty.of(expected);
  }

  public boolean isRight() {
    return expected.contains(answer.outcome());
  }

  /** What is wrong with the answer; empty when nothing is. */
  public Optional<Fault> fault() {
    return isRight()
        ? Optional.empty()
        : Optional.of(Fault.of(duty(), policyCase.neverRemove(), answer.outcome()));
  }

  /** Whether the text is as its author wrote it. */
  public boolean isClean() {
    return mutator.isEmpty();
  }
}
