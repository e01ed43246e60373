/**
 * Fits how much each observation counts, from cases that may be read.
 *
 * <p>Upstream: {@link org.breakwater.measure.cases} of the train split. Downstream: a lexicon's
 * points. Invariant: a held case never reaches it, and equal cases give equal points.
 */
@NullMarked
package org.breakwater.measure.training;

import org.jspecify.annotations.NullMarked;
