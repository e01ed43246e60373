/**
 * How well each signal is observed: precision and recall against its cases.
 *
 * <p>Upstream: {@link org.breakwater.measure.cases}. Downstream: the shells that print scores.
 * Invariant: every figure carries the interval within which it may be believed.
 */
@NullMarked
package org.breakwater.measure.signals;

import org.jspecify.annotations.NullMarked;
