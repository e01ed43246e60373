package org.breakwater.engine.signal;

import java.util.List;
import java.util.Set;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.TokenKind;

/** Finds two places with a direction: from A to B, A → B, A - B, two flags. */
final class PlacePairs {
  /** Tokens between the two names. */
  private static final int GAP_MAX = 7;

  private static final int EMOJI_BETWEEN_MAX = 3;

  /** What two places joined by a dash can name without a journey: the US-Mexico border. */
  private static final Set<String> SHARED =
      Set.of(
          "border",
          "borders",
          "wall",
          "relations",
          "agreement",
          "deal",
          "trade",
          "treaty",
          "match",
          "game",
          "final",
          "war",
          "talks",
          "summit",
          "frontera",
          "fronteriza",
          "muro",
          "relaciones",
          "acuerdo",
          "tratado",
          "partido",
          "guerra",
          "conflict",
          "friendship");

  private PlacePairs() {}

  static void detect(FoldedText text, List<Place> places, int slot, Sightings sightings) {
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        Place a = places.get(i);
        Place b = places.get(j);
        if (b.first() - a.last() - 1 > GAP_MAX || isApart(text, a, b)) break;
        if (a.identity().equals(b.identity())) continue;
        boolean next = j == i + 1;
        if (isJourney(text, a, b) || (next && isJoined(text, places, i))) {
          sightings.saw(slot, a.first(), b.last());
        }
      }
    }
  }

  /** Whether a sentence or line ends between two places, unless an arrow leads over the line. */
  private static boolean isApart(FoldedText text, Place a, Place b) {
    for (int token = a.last() + 1; token <= b.first(); token++) {
      if (text.before(token).compareTo(Break.SENTENCE) >= 0) return true;
    }
    return false;
  }

  private static boolean isJourney(FoldedText text, Place a, Place b) {
    boolean out = Directions.leadFrom(text, a.first()) && Directions.leadTo(text, b.first());
    boolean back = Directions.leadTo(text, a.first()) && Directions.leadFrom(text, b.first());
    return out || back;
  }

  /** Whether the place at an index and the next one are joined by what stands between them. */
  private static boolean isJoined(FoldedText text, List<Place> places, int at) {
    Place a = places.get(at);
    Place b = places.get(at + 1);
    int gap = b.first() - a.last() - 1;
    if (hasArrow(text, a, b)) return true;
    boolean to = Directions.leadTo(text, b.first());
    boolean only = Directions.preposition(text, b.first()) == a.last() + 1;
    if (only && (to || text.word(a.last() + 1).equals("a"))) return !isShared(text, a, b);
    if (gap == 0 && isDash(text, a, b)) return !isShared(text, a, b);
    return isPairOfFlags(text, places, at);
  }

  private static boolean hasArrow(FoldedText text, Place a, Place b) {
    for (int token = a.last() + 1; token < b.first(); token++) {
      if (text.kind(token) == TokenKind.ARROW) return true;
    }
    return false;
  }

  private static boolean isDash(FoldedText text, Place a, Place b) {
    String between = text.original().substring(text.end(a.last()), text.start(b.first())).strip();
    return between.equals("-") || between.equals("–") || between.equals("—");
  }

  private static boolean isShared(FoldedText text, Place a, Place b) {
    for (int token = Math.max(0, a.first() - 3); token < a.first(); token++) {
      if (SHARED.contains(text.word(token))) return true;
    }
    int end = Math.min(text.size(), b.last() + 3);
    for (int token = b.last() + 1; token < end; token++) {
      if (SHARED.contains(text.word(token)) && text.before(token) == Break.NONE) return true;
    }
    return false;
  }

  /** Exactly two flags with nothing or a few emoji between; three are a list of countries. */
  private static boolean isPairOfFlags(FoldedText text, List<Place> places, int at) {
    if (!areFlagsTogether(text, places, at)) return false;
    boolean before = at > 0 && areFlagsTogether(text, places, at - 1);
    boolean after = at + 2 < places.size() && areFlagsTogether(text, places, at + 1);
    return !before && !after;
  }

  private static boolean areFlagsTogether(FoldedText text, List<Place> places, int at) {
    Place a = places.get(at);
    Place b = places.get(at + 1);
    if (a.kind() != Place.Kind.FLAG || b.kind() != Place.Kind.FLAG) return false;
    if (b.first() - a.last() - 1 > EMOJI_BETWEEN_MAX) return false;
    for (int token = a.last() + 1; token < b.first(); token++) {
      if (text.kind(token) != TokenKind.EMOJI) return false;
    }
    return true;
  }
}
