/**
 * How long the stages of a request take, for an OpenTelemetry receiver that the operator names.
 *
 * <p>Upstream: {@link org.breakwater.server.settings}. Downstream: the door begins a trace, routes
 * add stages. Invariant: a span has a method, the pattern of a route, a status and times; no
 * content, author, id, query, caller or address. Off, nothing of OpenTelemetry is loaded.
 */
@NullMarked
package org.breakwater.server.trace;

import org.jspecify.annotations.NullMarked;
