/**
 * What was published: one post, comment, ad, search or name, with its author, place and time.
 *
 * <p>Upstream: the platform. Downstream: {@link org.breakwater.engine.text}. Invariant: a content
 * event is immutable and complete; what the platform did not say is absent, never guessed.
 */
@NullMarked
package org.breakwater.engine.content;

import org.jspecify.annotations.NullMarked;
