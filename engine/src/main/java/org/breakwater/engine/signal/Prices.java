package org.breakwater.engine.signal;

import org.breakwater.engine.text.FoldedText;

final class Prices {
  void detect(FoldedText text, PhraseHits hits, Sightings sightings) {}
}
