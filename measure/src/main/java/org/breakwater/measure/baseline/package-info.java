/**
 * What a simpler system would do, to hold ours against.
 *
 * <p>Upstream: texts. Downstream: the shells that print both figures side by side. Invariant: it
 * knows nothing of ours: neither lexicon nor folding.
 */
@NullMarked
package org.breakwater.measure.baseline;

import org.jspecify.annotations.NullMarked;
