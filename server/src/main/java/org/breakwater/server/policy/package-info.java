/**
 * The policy in force, and those that were.
 *
 * <p>Upstream: a pack on disk. Downstream: {@link org.breakwater.server.publication}. Invariant: a
 * version is used only as the pack pins it, and a name stands for one hash.
 */
@NullMarked
package org.breakwater.server.policy;

import org.jspecify.annotations.NullMarked;
