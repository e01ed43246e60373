/**
 * How the platform is told what to do: endpoints and their secrets, one delivery for each message
 * and endpoint, one line for each attempt.
 *
 * <p>Upstream: table {@code outbox} of {@link org.breakwater.store.decision}. Downstream: the
 * server, which sends. Invariant: a message is delivered or a dead letter, and every crash leaves
 * it as it was before its last attempt; nothing here says what a message is about, or why.
 */
@NullMarked
package org.breakwater.store.webhook;

import org.jspecify.annotations.NullMarked;
