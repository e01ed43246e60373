/**
 * RFC 6962 trees, their proofs, and signed checkpoints; pure, without clock, input or output.
 *
 * <p>Upstream: nothing. Downstream: {@link org.breakwater.store.decision}. Invariant: what is
 * proved here can be checked by anyone with SHA-256, ed25519 and the text of RFC 6962; {@code spec}
 * does so without this package.
 */
@NullMarked
package org.breakwater.store.merkle;

import org.jspecify.annotations.NullMarked;
