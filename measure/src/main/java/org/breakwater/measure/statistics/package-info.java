/**
 * Proportions and the intervals within which they may be believed.
 *
 * <p>Upstream: nothing. Downstream: every package that prints a figure. Invariant: a proportion of
 * nothing is undefined, never 0 or 1.
 */
@NullMarked
package org.breakwater.measure.statistics;

import org.jspecify.annotations.NullMarked;
