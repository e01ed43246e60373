/**
 * What follows from the rules for one event: the outcome, the deciding clause, evidence and reason.
 *
 * <p>Upstream: {@link org.breakwater.engine.policy}. Downstream: {@link
 * org.breakwater.engine.enforcement}. Invariant: equal inputs give equal decisions, byte for byte,
 * on every machine; precedence, protection and surfaces are settled here and nowhere else.
 */
@NullMarked
package org.breakwater.engine.decision;

import org.jspecify.annotations.NullMarked;
