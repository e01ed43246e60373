/**
 * What a person is told of a restriction, by a link that is its own authority, and what they say
 * against it.
 *
 * <p>Upstream: {@link org.breakwater.casework.notice}, {@link org.breakwater.store.decision}.
 * Downstream: the routes' table. Invariant: no link, page or answer names an author; nothing is
 * kept of who opened a page.
 */
@NullMarked
package org.breakwater.server.notice;

import org.jspecify.annotations.NullMarked;
