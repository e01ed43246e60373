/**
 * What is done about decisions, read and carried on: actions with their steps, circuit breakers,
 * and the figures that open them.
 *
 * <p>Upstream: {@link org.breakwater.store.decision}, which plans and undoes in its transactions,
 * and {@link org.breakwater.store.webhook}. Downstream: the server. Invariant: of what leaves no
 * record nothing here names content.
 */
@NullMarked
package org.breakwater.store.action;

import org.jspecify.annotations.NullMarked;
