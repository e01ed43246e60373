/**
 * What the platform is told, and what became of it.
 *
 * <p>Upstream: {@link org.breakwater.store.decision}, whose outbox it empties. Downstream: {@link
 * org.breakwater.store.action}. Invariant: a message names content and a neutral word only.
 */
@NullMarked
package org.breakwater.store.webhook;

import org.jspecify.annotations.NullMarked;
