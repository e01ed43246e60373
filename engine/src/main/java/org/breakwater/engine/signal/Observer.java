package org.breakwater.engine.signal;

import java.time.Instant;
import java.util.List;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;

/** Observes events with one lexicon. Immutable; safe for use by many threads. */
public final class Observer {
  private static final int ALTERED = SignalCatalog.STANDARD.slot("text.altered");
  private static final int CONTEXT_OFFERS = SignalCatalog.STANDARD.slot("context.offers");
  private static final int LANG = SignalCatalog.STANDARD.slot("lang");
  private static final int PROVIDES = SignalCatalog.STANDARD.slot("speaker.provides");

  /** Languages of the lexicon, sorted. */
  private final List<String> languages;

  /** For each entry of the lexicon the place of its language in that list. */
  private final int[] languageOf;

  private final LexiconIndex index;
  private final Scorecard scorecard;
  private final Contacts contacts = new Contacts();
  private final Prices prices = new Prices();
  private final Places places = new Places();

  /**
   * @throws IllegalArgumentException if an entry names no concept or its pattern is malformed; a
   *     loaded policy version has neither
   */
  public Observer(Lexicon lexicon) {
    this.languages =
        lexicon.entries().stream().map(Lexicon.Entry::language).distinct().sorted().toList();
    this.languageOf =
        lexicon.entries().stream().mapToInt(entry -> languages.indexOf(entry.language())).toArray();
    this.index = LexiconIndex.of(lexicon);
    this.scorecard = Scorecard.of(lexicon.points());
  }

  /** Folds and observes one event; {@code at} is the time of judgement. */
  public Observation observe(ContentEvent event, Instant at) {
    return observe(Reading.of(event), at);
  }

  /** Observes an event that was folded before. */
  public Observation observe(Reading reading, Instant at) {
    var observed = new Observed();
    var weights = new int[languages.size()];
    Settings.observe(reading.event(), at, observed);
    for (FoldedText text : reading.others()) {
      if (offers(text)) observed.saw(CONTEXT_OFFERS, text.span(0, text.size() - 1));
    }
    for (FoldedText text : reading.own()) {
      for (Hit hit : observe(text, observed)) weights[languageOf[hit.phrase()]] += hit.length();
    }
    Speakers.conclude(reading.event().surface(), observed);
    settleLanguage(reading.event(), weights, observed);
    return observed.finished();
  }

  private List<Hit> observe(FoldedText text, Observed observed) {
    LexiconIndex.Found found = index.find(text);
    for (Hit cue : found.cues()) observed.cue(text, cue);
    Hits hits = Hits.of(found);
    var phrases = new Phrases(text, hits, Frames.find(text, hits), observed);
    phrases.observe();
    contacts.detect(text, hits, phrases);
    prices.detect(text, hits, phrases);
    places.detect(text, hits, phrases);
    phrases.observeFrames();
    if (text.altered()) observed.set(ALTERED, Truth.TRUE);
    return hits.all();
  }

  /** Whether a text that somebody else wrote is itself an offer. */
  private boolean offers(FoldedText text) {
    var theirs = new Observed();
    observe(text, theirs);
    Speakers.conclude(Surface.POST, theirs);
    return theirs.holds(PROVIDES) || Speakers.advertisesJourney(theirs);
  }

  private void settleLanguage(ContentEvent event, int[] weights, Observed observed) {
    String lang = Language.of(event.lang(), event.text(), languages, weights);
    observed.lang(lang);
    observed.set(LANG, lang);
    scorecard.score(lang, observed);
  }
}
