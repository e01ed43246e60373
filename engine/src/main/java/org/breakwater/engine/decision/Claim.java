package org.breakwater.engine.decision;

import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Finding;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.Truth;

/**
 * What one clause asks for about one event.
 *
 * @param outcome what it asks for on this surface, as far as {@code restraint} lets a machine go
 */
record Claim(
    PolicyVersion policy,
    Observation observation,
    Finding finding,
    Outcome outcome,
    Restraint restraint) {

  Clause clause() {
    return finding.clause();
  }

  /** Whether the clause holds; otherwise unknown signals only let it be possible. */
  boolean holds() {
    return finding.when() == Truth.TRUE;
  }

  boolean isOf(PolicyVersion version, Clause one) {
    return policy.name().equals(version.name()) && clause().id().equals(one.id());
  }

  boolean isProtected() {
    return holds() && clause().stance() == Stance.PROTECTED;
  }
}
