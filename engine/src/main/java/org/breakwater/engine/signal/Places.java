package org.breakwater.engine.signal;

import org.breakwater.engine.text.FoldedText;

final class Places {
  void detect(FoldedText text, PhraseHits hits, Sightings sightings) {}
}
