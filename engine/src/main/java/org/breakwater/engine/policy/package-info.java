/**
 * What the rules say: versions, clauses, conditions, outcomes and actions.
 *
 * <p>Upstream: {@link org.breakwater.engine.signal}. Downstream: {@link
 * org.breakwater.engine.decision}. Invariant: a {@link org.breakwater.engine.policy.PolicyVersion}
 * is immutable and was found free of faults when it was loaded.
 */
@NullMarked
package org.breakwater.engine.policy;

import org.jspecify.annotations.NullMarked;
