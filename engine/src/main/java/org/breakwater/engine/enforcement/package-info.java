/**
 * What to do about a decision: actions planned, each with scope, duration, undo and confirmation.
 *
 * <p>Upstream: {@link org.breakwater.engine.decision}. Downstream: the shells that carry actions
 * out. Invariant: nothing here acts; every planned action can be undone.
 */
@NullMarked
package org.breakwater.engine.enforcement;

import org.jspecify.annotations.NullMarked;
