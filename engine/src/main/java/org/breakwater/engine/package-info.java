/**
 * The engine: a pure function from one content event and one or more policy versions to a decision.
 *
 * <p>Flow: {@link org.breakwater.engine.content} → {@link org.breakwater.engine.text} → {@link
 * org.breakwater.engine.signal} → {@link org.breakwater.engine.policy} → {@link
 * org.breakwater.engine.decision} → {@link org.breakwater.engine.enforcement}; {@link
 * org.breakwater.engine.codec} reads and writes their JSON. Invariant: no clock, input or output,
 * logger, thread or mutable static anywhere below this package.
 */
@NullMarked
package org.breakwater.engine;

import org.jspecify.annotations.NullMarked;
