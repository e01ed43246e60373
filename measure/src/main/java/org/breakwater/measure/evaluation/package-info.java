/**
 * How well a system's answers to cases are, and where they go wrong.
 *
 * <p>Upstream: {@link org.breakwater.measure.cases} and answers, ours or another system's.
 * Downstream: {@link org.breakwater.measure.licence} and the shells that print figures. Invariant:
 * every share is kept as a count of a count, so that its interval can always be told.
 */
@NullMarked
package org.breakwater.measure.evaluation;

import org.jspecify.annotations.NullMarked;
