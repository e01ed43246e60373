/**
 * The routes, and the deed behind them: {@link org.breakwater.server.http.Decisions}.
 *
 * <p>Upstream: {@link org.breakwater.server.policy}, {@link org.breakwater.server.access}, the
 * store. Downstream: the platform. Invariant: every refusal is an RFC 9457 problem that names the
 * member, the reason and the cure.
 */
@NullMarked
package org.breakwater.server.http;

import org.jspecify.annotations.NullMarked;
