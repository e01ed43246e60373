/**
 * What follows when a person says that a decision was wrong: clocks and results.
 *
 * <p>Upstream: {@link org.breakwater.casework.notice}. Downstream: the store, which keeps appeals.
 * Invariant: only a person's ruling decides an appeal.
 */
@NullMarked
package org.breakwater.casework.appeal;

import org.jspecify.annotations.NullMarked;
