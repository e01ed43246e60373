/**
 * Pages for people in a browser: login, password, keys, people, and how the server is doing.
 *
 * <p>Upstream: {@link org.breakwater.server.access}, {@link org.breakwater.server.http}.
 * Downstream: the person. Invariant: every page works without script and asks nobody else for
 * anything; every form sends back its session's token.
 */
@NullMarked
package org.breakwater.server.page;

import org.jspecify.annotations.NullMarked;
