/**
 * What an operator chooses: one record for each component, read from flags, environment and one
 * file, in this order.
 *
 * <p>Upstream: {@link org.breakwater.engine.policy.text} reads YAML. Downstream: everything that is
 * configured. Invariant: a configuration is accepted whole or refused with every fault, each with
 * its place; each key stands in one record and nowhere else, and its secrets are never printed.
 */
@NullMarked
package org.breakwater.server.settings;

import org.jspecify.annotations.NullMarked;
