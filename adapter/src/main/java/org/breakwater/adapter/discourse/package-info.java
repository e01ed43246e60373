/**
 * Discourse: posts in by its webhook, deeds out by its API, as of Discourse 2026.
 *
 * <p>Upstream: {@link org.breakwater.adapter.bridge}. Downstream: the command line. Invariant:
 * private messages and whispers never leave the forum, and what a moderator did by hand is not
 * taken back.
 */
@NullMarked
package org.breakwater.adapter.discourse;

import org.jspecify.annotations.NullMarked;
