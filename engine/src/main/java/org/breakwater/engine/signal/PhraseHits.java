package org.breakwater.engine.signal;

import java.util.List;
import org.breakwater.engine.text.PhraseIndex.Hit;

/** The lexicon hits in one text, with concepts named by slot of the signal they cue. */
interface PhraseHits {
  /** All hits of that concept, in order of first token. */
  List<Hit> of(String concept);
}
