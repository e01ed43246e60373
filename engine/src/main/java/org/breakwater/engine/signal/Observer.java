package org.breakwater.engine.signal;

import java.time.Instant;
import java.util.List;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Past;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.Folding;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.Span;

/** Observes events with one lexicon. Immutable; safe for use by many threads. */
public final class Observer {
  private static final int IMPOSTER = SignalCatalog.STANDARD.slot("contact.imposter");
  private static final int ALTERED = SignalCatalog.STANDARD.slot("text.altered");
  private static final int CONTEXT_OFFERS = SignalCatalog.STANDARD.slot("context.offers");
  private static final int CONTEXT_HARM = SignalCatalog.STANDARD.slot("context.harm");
  private static final int CONTEXT_ASK = SignalCatalog.STANDARD.slot("context.ask");
  private static final int HARM = SignalCatalog.STANDARD.slot("share.harm");
  private static final int ASK = SignalCatalog.STANDARD.slot("score.ask");
  private static final int LANG = SignalCatalog.STANDARD.slot("lang");
  private static final int PROVIDES = SignalCatalog.STANDARD.slot("speaker.provides");

  /** A text of which fewer words are known is in another language. */
  private static final double KNOWN_SHARE_MIN = 0.6;

  /** Languages of the lexicon, sorted. */
  private final List<String> languages;

  /** For each entry of the lexicon the place of its language in that list. */
  private final int[] languageOf;

  private final LexiconIndex index;
  private final Scorecard scorecard;
  private final Contacts contacts;
  private final HelpLines lines;
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
    this.lines = HelpLines.NONE;
    this.contacts = new Contacts(lines);
  }

  private Observer(Observer other, HelpLines lines) {
    this.languages = other.languages;
    this.languageOf = other.languageOf;
    this.index = other.index;
    this.scorecard = other.scorecard;
    this.lines = lines;
    this.contacts = new Contacts(lines);
  }

  /** The same that also looks for who pretends to be one of these lines. */
  public Observer with(HelpLines known) {
    return new Observer(this, known);
  }

  /** Folds and observes one event; {@code at} is the time of judgement. */
  public Observation observe(ContentEvent event, Instant at) {
    return observe(Reading.of(event), at);
  }

  /** Observes an event that was folded before, with nothing before it that could be asked for. */
  public Observation observe(Reading reading, Instant at) {
    return observe(reading, at, Past.UNKNOWN);
  }

  /**
   * Observes an event that was folded before.
   *
   * @param past of its author and group; asked at most once each, and only when a condition asks
   */
  public Observation observe(Reading reading, Instant at, Past past) {
    var observed = new Observed(past);
    if (!lines.areKnown()) observed.set(IMPOSTER, Truth.UNKNOWN);
    var weights = new int[languages.size()];
    Settings.observe(reading.event(), at, observed);
    List<Observed> others = reading.others().stream().map(this::alone).toList();
    for (int i = 0; i < others.size(); i++) {
      if (offers(others.get(i))) observed.saw(CONTEXT_OFFERS, whole(reading.others().get(i)));
    }
    for (FoldedText text : reading.own()) {
      for (Hit hit : observe(text, observed)) weights[languageOf[hit.phrase()]] += hit.length();
    }
    Speakers.conclude(reading.event().surface(), observed);
    settleLanguage(reading, weights, observed);
    weighContext(observed.lang(), reading, others, observed);
    scorecard.score(observed.lang(), reading, observed);
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

  /** A text that somebody else wrote, looked at for itself. */
  private Observed alone(FoldedText text) {
    var theirs = new Observed();
    observe(text, theirs);
    Speakers.conclude(Surface.POST, theirs);
    return theirs;
  }

  /**
   * A text with every way to reach somebody blotted out, also where a frame takes it from the
   * speaker: numbers, addresses, user names, and all rows of five digits or more.
   */
  public String withoutContacts(String text) {
    FoldedText folded = Folding.fold("text", text);
    var blots = new Blots(folded);
    contacts.detect(folded, Hits.of(index.find(folded)), blots);
    return blots.text();
  }

  private static boolean offers(Observed theirs) {
    return theirs.holds(PROVIDES) || Speakers.advertisesJourney(theirs);
  }

  private static Span whole(FoldedText text) {
    return text.span(0, text.size() - 1);
  }

  private void settleLanguage(Reading reading, int[] weights, Observed observed) {
    String stated = Language.stated(reading.event().lang(), reading.event().text());
    String lang = stated.isEmpty() ? guessed(reading, weights) : stated;
    observed.lang(lang);
    observed.set(LANG, lang);
  }

  /** The language of most words; undetermined where it knows too few of them. */
  private String guessed(Reading reading, int[] weights) {
    var known = new int[languages.size()];
    var all = weights.clone();
    for (int i = 0; i < known.length; i++) {
      known[i] = scorecard.known(languages.get(i), reading);
      all[i] += known[i];
    }
    String heaviest = Language.heaviest(languages, all);
    int at = languages.indexOf(heaviest);
    if (at < 0 || !scorecard.hasPoints(heaviest)) return heaviest;
    boolean isForeign = known[at] < KNOWN_SHARE_MIN * Features.length(reading);
    return isForeign ? Language.UNDETERMINED : heaviest;
  }

  private void weighContext(
      String lang, Reading reading, List<Observed> others, Observed observed) {
    double harm = 0;
    double ask = 0;
    for (int i = 0; i < others.size(); i++) {
      scorecard.score(lang, Reading.alone(reading.others().get(i)), others.get(i));
      harm = Math.max(harm, others.get(i).number(HARM));
      ask = Math.max(ask, others.get(i).number(ASK));
    }
    observed.set(CONTEXT_HARM, harm);
    observed.set(CONTEXT_ASK, ask);
  }
}
