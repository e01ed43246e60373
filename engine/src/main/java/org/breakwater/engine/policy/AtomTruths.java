package org.breakwater.engine.policy;

import org.breakwater.engine.signal.Truth;

/** What is known of each atom of a {@link ClauseSet}, by the atom's number. */
interface AtomTruths {
  Truth of(int atom);
}
