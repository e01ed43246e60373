/**
 * How much of all there is breaks the rules, estimated from posts that were drawn by chance.
 *
 * <p>Upstream: {@link org.breakwater.measure.statistics} and samples that people labelled.
 * Downstream: the shells that print figures. Invariant: whatever was drawn counts by the inverse of
 * its probability, and no figure is told without its interval.
 */
@NullMarked
package org.breakwater.measure.prevalence;

import org.jspecify.annotations.NullMarked;
