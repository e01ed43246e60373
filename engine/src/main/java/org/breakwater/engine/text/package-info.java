/**
 * One folded view of each text, with offsets back to the original, and phrase matching over it.
 *
 * <p>Upstream: {@link org.breakwater.engine.content}. Downstream: {@link
 * org.breakwater.engine.signal}. Invariant: every token knows the UTF-16 range of the original that
 * it came from, and lexicon phrases are folded by the same code as posts.
 */
@NullMarked
package org.breakwater.engine.text;

import org.jspecify.annotations.NullMarked;
