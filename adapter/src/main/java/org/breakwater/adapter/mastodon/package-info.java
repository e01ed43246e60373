/**
 * Mastodon: statuses and reports in by its webhook, deeds out by its admin API, as of Mastodon 4.5.
 *
 * <p>Upstream: {@link org.breakwater.adapter.bridge}. Downstream: the command line. Invariant: what
 * is not public leaves the server only when somebody who could see it reported it; nothing is
 * forwarded to another server.
 */
@NullMarked
package org.breakwater.adapter.mastodon;

import org.jspecify.annotations.NullMarked;
