package org.breakwater.engine;

import java.time.Instant;
import java.util.List;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.PolicyVersion;

/** Decides events under one or more policy versions. Immutable; safe for use by many threads. */
public final class Engine {
  private final List<PolicyVersion> policies;

  /**
   * @param policies at least one; of several, all clauses are judged together
   */
  public Engine(List<PolicyVersion> policies) {
    if (policies.isEmpty()) throw new IllegalArgumentException("no policy version");
    this.policies = List.copyOf(policies);
  }

  public List<PolicyVersion> policies() {
    return policies;
  }

  /**
   * Decides one event.
   *
   * @param at the time of judgement: ages, expiries and resources are as of then
   */
  public Verdict decide(ContentEvent event, Instant at) {
    return java.util.List.<Verdict>of().getFirst(); // decided by the decision milestone
  }
}
