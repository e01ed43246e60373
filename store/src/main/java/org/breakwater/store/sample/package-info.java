/**
 * Posts drawn by chance with known probabilities, for an estimate of how many break the rules.
 *
 * <p>Upstream: {@link org.breakwater.store.database}. Downstream: the server, which draws them.
 * Invariant: nothing here leads to an author, a content, a decision or a time finer than a day, and
 * no transaction of decisions is one of samples.
 */
@NullMarked
package org.breakwater.store.sample;

import org.jspecify.annotations.NullMarked;
