/**
 * The command line of the adapters: settings are read and checked here, and nowhere else.
 *
 * <p>Upstream: {@link org.breakwater.adapter.bridge} and a package for each platform. Downstream:
 * who runs `bw adapter`. Invariant: all faults are told at once, and no secret comes by an
 * argument.
 */
@NullMarked
package org.breakwater.adapter;

import org.jspecify.annotations.NullMarked;
