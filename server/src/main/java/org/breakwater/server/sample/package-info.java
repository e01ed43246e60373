/**
 * Draws posts by chance, with known probabilities, so that what nobody noticed can be estimated.
 *
 * <p>Upstream: {@link org.breakwater.engine}. Downstream: {@link org.breakwater.server.http}.
 * Invariant: every post but searches and private messages can be drawn; whose it is stays unknown.
 */
@NullMarked
package org.breakwater.server.sample;

import org.jspecify.annotations.NullMarked;
