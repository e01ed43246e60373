/**
 * The written form of a policy: reads a pack's files into a version and prints conditions back.
 *
 * <p>Upstream: {@link org.breakwater.engine.signal}, whose signals conditions name. Downstream:
 * {@link org.breakwater.engine.policy}, whose records it fills. Invariant: a version is accepted
 * whole or refused with every fault, each with its place; this is the only package that knows YAML
 * and CEL; the server reads its configuration through it.
 */
@NullMarked
package org.breakwater.engine.policy.text;

import org.jspecify.annotations.NullMarked;
