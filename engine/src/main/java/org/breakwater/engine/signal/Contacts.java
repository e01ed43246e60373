package org.breakwater.engine.signal;

import org.breakwater.engine.text.FoldedText;

final class Contacts {
  void detect(FoldedText text, PhraseHits hits, Sightings sightings) {}
}
