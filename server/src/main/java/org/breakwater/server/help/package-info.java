/**
 * Places to get help: which of them a person verified, and the cards that show them.
 *
 * <p>Upstream: the directory in the pack, and what people found out about it. Downstream: {@link
 * org.breakwater.server.http}, which decides and answers, and {@link org.breakwater.server.page}.
 * Invariant: nothing is shown that is not verified, unexpired and unchanged; the engine is handed
 * what is verified as data, so that a repeat of a request gets the same bytes.
 */
@NullMarked
package org.breakwater.server.help;

import org.jspecify.annotations.NullMarked;
