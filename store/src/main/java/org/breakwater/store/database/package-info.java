/**
 * A PostgreSQL to keep things in: one by address, or our own, embedded; and the migrations of it.
 *
 * <p>Upstream: nothing. Downstream: {@link org.breakwater.store.decision}. Invariant: whoever gets
 * a {@link org.breakwater.store.database.Database} gets one that is migrated, and that flushes a
 * commit to the disk before it says so.
 */
@NullMarked
package org.breakwater.store.database;

import org.jspecify.annotations.NullMarked;
