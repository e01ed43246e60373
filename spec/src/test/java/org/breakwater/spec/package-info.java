/**
 * What must hold for the repository as a whole: the flow of its packages, its style, its README.
 *
 * <p>Upstream: every module. Downstream: nothing. Invariant: each fault names the place and what to
 * do instead.
 */
@NullMarked
package org.breakwater.spec;

import org.jspecify.annotations.NullMarked;
