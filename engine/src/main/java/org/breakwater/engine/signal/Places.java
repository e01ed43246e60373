package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.TokenKind;

/** Finds countries, cities, border towns and routes, and which way the journey goes. */
final class Places {
  private static final int PRESENT = SignalCatalog.STANDARD.slot("place.present");
  private static final int BORDER = SignalCatalog.STANDARD.slot("place.border");
  private static final int PAIR = SignalCatalog.STANDARD.slot("place.pair");
  private static final int DESTINATION = SignalCatalog.STANDARD.slot("place.destination");

  /** Tokens between a city and another place that make the city one. */
  private static final int NEAR = 6;

  void detect(FoldedText text, PhraseHits hits, Sightings sightings) {
    for (Hit hit : hits.of("place.destination")) {
      sightings.saw(DESTINATION, hit.first(), hit.last());
    }
    List<Place> places = places(text, hits);
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      sightings.saw(PRESENT, place.first(), place.last());
      if (place.kind() == Place.Kind.BORDER) sightings.saw(BORDER, place.first(), place.last());
      if (Directions.leadTo(text, place.first())) {
        sightings.saw(DESTINATION, place.first(), place.last());
      }
    }
    if (places.size() > 1) PlacePairs.detect(text, places, PAIR, sightings);
  }

  private static List<Place> places(FoldedText text, PhraseHits hits) {
    var places = new ArrayList<Place>(2);
    add(hits, "place.country", Place.Kind.COUNTRY, places);
    add(hits, "place.border", Place.Kind.BORDER, places);
    add(hits, "place.city", Place.Kind.CITY, places);
    addFlags(text, places);
    if (places.isEmpty()) return places;
    places.sort(Comparator.comparingInt(Place::first).thenComparing(Place::last, (a, b) -> b - a));
    dropCovered(places);
    var kept = new ArrayList<Place>(places.size());
    for (int i = 0; i < places.size(); i++) {
      if (isPlace(text, hits, places, i)) kept.add(places.get(i));
    }
    return kept;
  }

  private static void add(PhraseHits hits, String concept, Place.Kind kind, List<Place> places) {
    for (Hit hit : hits.of(concept)) {
      places.add(new Place(hit.first(), hit.last(), kind, "phrase " + hit.phrase()));
    }
  }

  private static void addFlags(FoldedText text, List<Place> places) {
    for (int token = 0; token < text.size(); token++) {
      if (text.kind(token) == TokenKind.FLAG) {
        places.add(new Place(token, token, Place.Kind.FLAG, "flag " + text.word(token)));
      }
    }
  }

  /** Of names inside a longer name only the longer stays: New York in New York City. */
  private static void dropCovered(List<Place> places) {
    int end = -1;
    for (var each = places.iterator(); each.hasNext(); ) {
      Place place = each.next();
      if (place.last() <= end) each.remove();
      else end = place.last();
    }
  }

  /** A city's name is often a common word, so something else must say that it is a place. */
  private static boolean isPlace(FoldedText text, PhraseHits hits, List<Place> places, int at) {
    Place place = places.get(at);
    if (place.kind() != Place.Kind.CITY) return true;
    return Directions.leadAnywhere(text, place.first())
        || isByArrow(text, place)
        || isCued(text, hits, place)
        || (at > 0 && isNear(text, places.get(at - 1).last(), place.first()))
        || (at + 1 < places.size() && isNear(text, place.last(), places.get(at + 1).first()));
  }

  private static boolean isCued(FoldedText text, PhraseHits hits, Place place) {
    List<Hit> cues = hits.of("place.cue");
    for (Hit cue : Neighbours.within(cues, place.first() - NEAR, place.last() + NEAR)) {
      if (isNear(text, cue.last(), place.first()) || isNear(text, place.last(), cue.first())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isByArrow(FoldedText text, Place place) {
    int next = place.last() + 1;
    return next < text.size() && text.kind(next) == TokenKind.ARROW;
  }

  /** Whether {@code second} follows {@code first} closely in the same sentence. */
  private static boolean isNear(FoldedText text, int first, int second) {
    int gap = second - first;
    if (gap <= 0 || gap > NEAR) return false;
    for (int token = first + 1; token <= second; token++) {
      if (text.before(token).compareTo(Break.SENTENCE) >= 0) return false;
    }
    return true;
  }
}
