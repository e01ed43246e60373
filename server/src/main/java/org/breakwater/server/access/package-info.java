/**
 * Who may do what: API keys of machines, and the door that asks for them.
 *
 * <p>Upstream: the table of keys. Downstream: every route. Invariant: a route that is not named
 * open asks for a key, whether it exists or not.
 */
@NullMarked
package org.breakwater.server.access;

import org.jspecify.annotations.NullMarked;
