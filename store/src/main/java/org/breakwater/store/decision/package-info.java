/**
 * The decision log: every decision in a batch, every batch in one entry of a Merkle log, and both
 * in one transaction before anybody is told.
 *
 * <p>Upstream: {@link org.breakwater.store.merkle}, {@link org.breakwater.store.database}.
 * Downstream: the server. Invariant: what was acknowledged is in the log, once; and where the label
 * is one that leaves no record, nothing here names the author, and nothing in clear names the
 * content unless it has to be reviewed.
 */
@NullMarked
package org.breakwater.store.decision;

import org.jspecify.annotations.NullMarked;
