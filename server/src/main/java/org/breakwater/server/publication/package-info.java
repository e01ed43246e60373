/**
 * Which version of the policy is in force, since when, by whom, and how that changes.
 *
 * <p>Upstream: {@link org.breakwater.server.policy}, {@link org.breakwater.server.access}.
 * Downstream: {@link org.breakwater.server.http}. Invariant: after the first start a version comes
 * into force by two persons only, and is in the log before anything is decided under it.
 */
@NullMarked
package org.breakwater.server.publication;

import org.jspecify.annotations.NullMarked;
