/**
 * What remains when the disk is lost: everything in the database, encrypted under a key that does
 * not last.
 *
 * <p>Upstream: {@link org.breakwater.store.decision}, {@link org.breakwater.store.database}.
 * Downstream: the server. Invariant: what is restored verifies against its log, or is refused; and
 * a backup cannot be read once its day's key is destroyed.
 */
@NullMarked
package org.breakwater.store.backup;

import org.jspecify.annotations.NullMarked;
