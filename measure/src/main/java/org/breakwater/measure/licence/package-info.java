/**
 * Where evidence allows a machine to remove content without a person.
 *
 * <p>Upstream: {@link org.breakwater.measure.evaluation} and removals on benign traffic.
 * Downstream: a pack's {@code automation.yaml}. Invariant: what was never measured is not licensed.
 */
@NullMarked
package org.breakwater.measure.licence;

import org.jspecify.annotations.NullMarked;
