/**
 * What was observed in one event: phrases, contacts, prices, places, speaker, frames, author.
 *
 * <p>Upstream: {@link org.breakwater.engine.text}. Downstream: {@link
 * org.breakwater.engine.policy}. Invariant: a signal is declared once, in {@link
 * org.breakwater.engine.signal.SignalCatalog}; a detector that looked and found nothing says false,
 * an absent input or detector is unknown.
 */
@NullMarked
package org.breakwater.engine.signal;

import org.jspecify.annotations.NullMarked;
