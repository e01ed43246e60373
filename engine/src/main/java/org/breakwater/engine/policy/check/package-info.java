/**
 * What is wrong with a policy although every part of it can be read: conditions at odds with
 * themselves, clauses without enough examples.
 *
 * <p>Upstream: {@link org.breakwater.engine.policy}. Downstream: {@link
 * org.breakwater.engine.policy.text}, which says where it stands. Invariant: a clause without a
 * remark can hold, and shows by examples when it does and when not.
 */
@NullMarked
package org.breakwater.engine.policy.check;

import org.jspecify.annotations.NullMarked;
