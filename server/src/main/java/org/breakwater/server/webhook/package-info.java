/**
 * Tells the platform what to do, by webhooks as the Standard Webhooks specification has them, and
 * lets people see to it.
 *
 * <p>Upstream: {@link org.breakwater.store.webhook}, {@link org.breakwater.server.access}.
 * Downstream: the platform's receivers. Invariant: a message is sent until it is answered by 2xx or
 * is a dead letter; it goes to no address that was not checked just before, and it names a content
 * and a neutral word only.
 */
@NullMarked
package org.breakwater.server.webhook;

import org.jspecify.annotations.NullMarked;
