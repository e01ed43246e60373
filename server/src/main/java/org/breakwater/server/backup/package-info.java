/**
 * What an operator does for the day on which the disk is lost.
 *
 * <p>Upstream: the store. Downstream: the operator, and cron. Invariant: a restore that says that
 * all is well has verified the log.
 */
@NullMarked
package org.breakwater.server.backup;

import org.jspecify.annotations.NullMarked;
