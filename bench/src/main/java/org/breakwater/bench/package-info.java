/**
 * How long the engine takes, measured against a peer in the same run.
 *
 * <p>Upstream: {@code org.breakwater.engine}. Downstream: nothing; its figures are printed.
 * Invariant: a figure that is compared is a ratio of two times taken side by side in one run, so
 * that a busy machine slows both.
 */
@NullMarked
package org.breakwater.bench;

import org.jspecify.annotations.NullMarked;
