package org.breakwater.engine.signal;

import java.util.List;
import java.util.Set;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;

/**
 * Turns lexicon hits and detectors' sightings in one text into signals, leaving out what a frame
 * takes away from the speaker.
 */
final class Phrases implements Sightings {
  private static final int PROVIDES = Concept.number("speaker.provides");
  private static final int SEEKS = Concept.number("speaker.seeks");
  private static final int GOVERNS = SignalCatalog.STANDARD.slot("frame.governs");

  /** Groups of signals that make a text one about smuggling, exploitation or danger. */
  private static final Set<String> MATTER =
      Set.of(
          "speaker",
          "crossing",
          "exploitation",
          "document",
          "patrol",
          "job",
          "facilitation",
          "danger",
          "threat",
          "ransom",
          "asylum",
          "survivor",
          "counter",
          "drugs",
          "info",
          "safety",
          "offer");

  // By number of the concept: asked for every hit.
  private static final List<Boolean> MATTERS =
      Concept.names().stream().map(Phrases::isMatter).toList();
  private static final List<Boolean> FRAME_CUES =
      Concept.names().stream().map(name -> name.startsWith("frame.")).toList();
  private static final List<Integer> TOPICS =
      Concept.names().stream().map(Phrases::topicOf).toList();

  private final FoldedText text;
  private final Hits hits;
  private final List<Scope> scopes;
  private final Observed observed;

  Phrases(FoldedText text, Hits hits, List<Scope> scopes, Observed observed) {
    this.text = text;
    this.hits = hits;
    this.scopes = scopes;
    this.observed = observed;
  }

  /** Notes all lexicon hits that are cues of signals. */
  void observe() {
    for (Hit hit : hits.all()) {
      subjectOf(hit);
      boolean cuesSignal = hit.concept() < SignalCatalog.STANDARD.size();
      if (cuesSignal && !FRAME_CUES.get(hit.concept()) && !isOutspoken(hit)) {
        saw(hit.concept(), hit.first(), hit.last());
      }
    }
  }

  /** What is done or named is also the subject, whoever speaks of it. */
  private void subjectOf(Hit hit) {
    int topic = TOPICS.get(hit.concept());
    if (topic >= 0) observed.saw(topic, text.span(hit.first(), hit.last()));
  }

  /** Notes the frames whose scope holds words of the matter. */
  void observeFrames() {
    for (Scope scope : scopes) {
      if (!coversMatter(scope)) continue;
      int slot = SignalCatalog.STANDARD.slot("frame." + scope.kind().word());
      observed.saw(slot, text.span(scope.cueFirst(), scope.cueLast()));
      observed.add(scope.in(text));
    }
  }

  @Override
  public void saw(int slot, int first, int last) {
    if (isTakenAway(slot, first, last)) {
      if (Governance.of(slot) == Governance.DEED) observed.set(GOVERNS, Truth.TRUE);
      return;
    }
    observed.saw(slot, text.span(first, last));
  }

  @Override
  public void number(int slot, double value, int first, int last) {
    if (isTakenAway(slot, first, last)) return;
    if (!(observed.number(slot) >= value)) observed.set(slot, value);
  }

  @Override
  public void text(int slot, String value, int first, int last) {
    if (isTakenAway(slot, first, last)) return;
    if (observed.text(slot) == null) observed.set(slot, value);
  }

  private boolean isTakenAway(int concept, int first, int last) {
    Governance governance = Governance.of(concept);
    if (governance == Governance.SUBJECT) return false;
    for (Scope scope : scopes) {
      if (scope.covers(first, last) && governance.yieldsTo(scope)) return true;
    }
    return false;
  }

  /**
   * "Who takes people across" asks, though "takes people across" offers: of two phrases the longer
   * one stands, and a phrase as written stands before a conjunction.
   */
  private boolean isOutspoken(Hit hit) {
    int rival = hit.concept() == PROVIDES ? SEEKS : hit.concept() == SEEKS ? PROVIDES : -1;
    if (rival < 0) return false;
    for (Hit other : hits.of(rival)) {
      boolean overlaps = other.first() <= hit.last() && hit.first() <= other.last();
      if (overlaps && outranks(other, hit, rival)) return true;
    }
    return false;
  }

  private boolean outranks(Hit other, Hit hit, int rival) {
    boolean otherPlain = hits.isPlain(other);
    if (otherPlain != hits.isPlain(hit)) return otherPlain;
    return other.length() > hit.length() || (other.length() == hit.length() && rival == SEEKS);
  }

  private boolean coversMatter(Scope scope) {
    for (Hit hit : hits.all()) {
      boolean isCue = scope.cueFirst() == hit.first() && scope.cueLast() == hit.last();
      if (MATTERS.get(hit.concept())
          && scope.covers(hit)
          && !(isCue && FRAME_CUES.get(hit.concept()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMatter(String concept) {
    int dot = concept.indexOf('.');
    return dot > 0 && MATTER.contains(concept.substring(0, dot));
  }

  /** Slot of the subject that a concept brings up; -1 when it brings up none. */
  private static int topicOf(String concept) {
    return switch (concept) {
      case "crossing.service", "crossing.smuggler" -> SignalCatalog.STANDARD.slot("crossing.topic");
      case "patrol.direction" -> SignalCatalog.STANDARD.slot("patrol.topic");
      default ->
          concept.startsWith("exploitation.")
              ? SignalCatalog.STANDARD.slot("exploitation.topic")
              : -1;
    };
  }
}
