/**
 * Checks what was kept, for whoever does not trust the server: a database as a whole, or one
 * receipt with nothing but the log's public key.
 *
 * <p>Upstream: the store, receipts as files. Downstream: the auditor. Invariant: each fault names
 * what it was found in.
 */
@NullMarked
package org.breakwater.server.audit;

import org.jspecify.annotations.NullMarked;
