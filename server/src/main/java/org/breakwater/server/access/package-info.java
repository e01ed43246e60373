/**
 * Who may do what: people with sessions, machines with keys, one table of routes, and the door that
 * looks into it.
 *
 * <p>Upstream: the tables of people, sessions and keys. Downstream: every route. Invariant: what
 * does not stand in {@link org.breakwater.server.access.Routes} is closed, whether it exists or
 * not; and who logs in, fails to, reads what somebody wrote or changes a key is in the log first.
 */
@NullMarked
package org.breakwater.server.access;

import org.jspecify.annotations.NullMarked;
