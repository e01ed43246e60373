/**
 * A simulated platform: people who post, ask, search, advertise, review and appeal, with seeds. It
 * speaks to a server over HTTP only, does what that answers and tells it by webhooks, and keeps its
 * own account of what became of each post.
 *
 * <p>Upstream: every route. Downstream: nothing. Invariant: nothing here writes a row; what people
 * say is taken from the pack's cases, contacts are from reserved ranges.
 */
@NullMarked
package org.breakwater.server.demo;

import org.jspecify.annotations.NullMarked;
