/**
 * What all adapters share: the receiver of both sides' webhooks, what is asked of Breakwater, and
 * how a platform's API is called.
 *
 * <p>Upstream: Breakwater and the platform, both over HTTP. Downstream: one package for each
 * platform. Invariant: nothing is kept on disk, and neither side is told that something was taken
 * before the other side took it, so that what is lost here is sent again by who sent it.
 */
@NullMarked
package org.breakwater.adapter.bridge;

import org.jspecify.annotations.NullMarked;
