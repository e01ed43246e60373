/**
 * Texts with what must become of them: cases for whole policies and cases for single signals.
 *
 * <p>Upstream: a pack's case files, read with {@link org.breakwater.engine.codec}. Downstream:
 * {@link org.breakwater.measure.signals} and every evaluation. Invariant: a file is read whole or
 * not at all, with every fault of it named by line and member.
 */
@NullMarked
package org.breakwater.measure.cases;

import org.jspecify.annotations.NullMarked;
