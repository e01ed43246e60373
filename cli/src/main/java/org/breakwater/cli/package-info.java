/**
 * The command line: one file per verb, and the plumbing they share.
 *
 * <p>Upstream: {@link org.breakwater.engine} and {@code org.breakwater.measure}. Downstream: people
 * and scripts. Invariant: results go to standard output and are byte-equal whatever the number of
 * threads; everything else goes to standard error.
 */
@NullMarked
package org.breakwater.cli;

import org.jspecify.annotations.NullMarked;
