/**
 * What a person is told of a restriction: the statement of reasons, its words in five languages and
 * its form for the public database of the European Union.
 *
 * <p>Upstream: {@link org.breakwater.engine.decision}, {@link org.breakwater.engine.policy}.
 * Downstream: {@link org.breakwater.casework.appeal}. Invariant: no statement holds an author or
 * the words of a content, and none calls smuggling trafficking or the reverse.
 */
@NullMarked
package org.breakwater.casework.notice;

import org.jspecify.annotations.NullMarked;
