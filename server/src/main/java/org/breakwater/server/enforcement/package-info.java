/**
 * What holds machines back while they remove: circuit breakers, the day's removals, and when the
 * platform is told.
 *
 * <p>Upstream: {@link org.breakwater.store.action}, the engine. Downstream: {@link
 * org.breakwater.server.http}. Invariant: a breaker opens by itself and is closed by a person only.
 */
@NullMarked
package org.breakwater.server.enforcement;

import org.jspecify.annotations.NullMarked;
