/**
 * The JSON of events and decisions, and the only package that knows Jackson.
 *
 * <p>Upstream: everything else in the engine. Downstream: the shells. Invariant: a decision is
 * written with its members in one fixed order, so that equal decisions are equal bytes.
 */
@NullMarked
package org.breakwater.engine.codec;

import org.jspecify.annotations.NullMarked;
