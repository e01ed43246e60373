/**
 * What conditions mean, said slowly and compared with what the engine does.
 *
 * <p>Upstream: {@link org.breakwater.engine.policy}. Downstream: nothing. Invariant: nothing here
 * shares code with the evaluation it judges.
 */
@NullMarked
package org.breakwater.spec.condition;

import org.jspecify.annotations.NullMarked;
