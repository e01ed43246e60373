/**
 * The verb {@code bw resources}: the directory of help for whoever keeps it.
 *
 * <p>Upstream: {@link org.breakwater.server.help} and, for what people enter, a running server.
 * Downstream: a terminal. Invariant: nothing is entered but through the server, by a person's key.
 */
@NullMarked
package org.breakwater.server.resources;

import org.jspecify.annotations.NullMarked;
