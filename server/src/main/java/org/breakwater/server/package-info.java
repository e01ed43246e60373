/**
 * The decision log over HTTP, from one process.
 *
 * <p>Upstream: {@link org.breakwater.engine} decides, {@link org.breakwater.store} keeps.
 * Downstream: the platform. Flow: {@link org.breakwater.server.settings} → {@link
 * org.breakwater.server.policy} → {@link org.breakwater.server.access} → {@link
 * org.breakwater.server.http} → {@link org.breakwater.server.page}; {@link
 * org.breakwater.server.audit} checks afterwards. Invariant: nothing is acknowledged that is not on
 * the disk, and {@link org.breakwater.server.Wiring} is the only page that injects.
 */
@NullMarked
package org.breakwater.server;

import org.jspecify.annotations.NullMarked;
