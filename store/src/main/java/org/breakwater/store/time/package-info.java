/**
 * What time it is, asked of one clock.
 *
 * <p>Upstream: nothing. Downstream: everything in the store and the server that reads a date, keeps
 * a term or looks again after a while. Invariant: only {@link org.breakwater.store.time.Time} asks
 * the machine what time it is; how long something took is measured on the machine's clock.
 */
@NullMarked
package org.breakwater.store.time;

import org.jspecify.annotations.NullMarked;
