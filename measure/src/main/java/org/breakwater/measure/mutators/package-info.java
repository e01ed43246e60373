/**
 * Disguises that writers give a text, to measure what each costs.
 *
 * <p>Upstream: texts of {@link org.breakwater.measure.cases}. Downstream: {@link
 * org.breakwater.measure.evaluation}. Invariant: equal seed and text give an equal disguise; a
 * person still reads what the text said.
 */
@NullMarked
package org.breakwater.measure.mutators;

import org.jspecify.annotations.NullMarked;
