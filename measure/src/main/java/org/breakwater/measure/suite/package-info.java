/**
 * Whether a suite of cases is fit to measure with: complete, varied, honest.
 *
 * <p>Upstream: {@link org.breakwater.measure.cases}. Downstream: the shells that print faults.
 * Invariant: every fault names the case, and what would mend it.
 */
@NullMarked
package org.breakwater.measure.suite;

import org.jspecify.annotations.NullMarked;
