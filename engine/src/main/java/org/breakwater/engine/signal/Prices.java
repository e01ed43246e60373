package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.TokenKind;

/** Finds what something costs: the amount, its currency, for whom, and when it is paid. */
final class Prices {
  private static final int PRESENT = SignalCatalog.STANDARD.slot("price.present");
  private static final int AMOUNT = SignalCatalog.STANDARD.slot("price.amount");
  private static final int CURRENCY = SignalCatalog.STANDARD.slot("price.currency");
  private static final int PER_HEAD = SignalCatalog.STANDARD.slot("price.per_head");
  private static final int DEFERRED = SignalCatalog.STANDARD.slot("price.deferred");
  private static final int FREE_CHILD = SignalCatalog.STANDARD.slot("price.free_child");

  /** Tokens between an amount and the words that say it is for each. */
  private static final int NEAR = 6;

  void detect(FoldedText text, PhraseHits hits, Sightings sightings) {
    seeAll(hits, "price.deferred", DEFERRED, sightings);
    seeAll(hits, "price.free_child", FREE_CHILD, sightings);
    List<Amount> amounts = amounts(text, hits);
    if (amounts.isEmpty()) return;
    for (Amount amount : amounts) {
      sightings.saw(PRESENT, amount.first(), amount.last());
      sightings.number(AMOUNT, amount.value(), amount.first(), amount.last());
    }
    Amount largest = amounts.stream().max(Comparator.comparingDouble(Amount::value)).orElseThrow();
    if (!largest.currency().isEmpty()) {
      sightings.text(CURRENCY, largest.currency(), largest.first(), largest.last());
    }
    detectPerHead(text, hits, amounts, sightings);
  }

  private static List<Amount> amounts(FoldedText text, PhraseHits hits) {
    var amounts = new ArrayList<Amount>(2);
    int figures = figures(text);
    if (figures > 0) {
      boolean phones = figures >= DigitRuns.DIGITS_MIN;
      amounts.addAll(Amounts.in(text, hits, phones ? DigitRuns.in(text.original()) : List.of()));
    }
    if (!hits.of("number.word").isEmpty()) amounts.addAll(WordedAmounts.in(text, hits));
    return amounts;
  }

  /** Number of characters in tokens that are numbers. */
  private static int figures(FoldedText text) {
    int figures = 0;
    for (int token = 0; token < text.size(); token++) {
      if (text.kind(token) == TokenKind.NUMBER) figures += text.word(token).length();
    }
    return figures;
  }

  private static void detectPerHead(
      FoldedText text, PhraseHits hits, List<Amount> amounts, Sightings sightings) {
    List<Hit> all = hits.of("price.per_head");
    if (all.isEmpty()) return;
    for (Amount amount : amounts) {
      for (Hit hit : Neighbours.within(all, amount.first() - NEAR, amount.last() + NEAR)) {
        if (isNear(text, hit, amount) && !isBeforeNoun(text, hit)) {
          sightings.saw(PER_HEAD, hit.first(), hit.last());
        }
      }
    }
  }

  /** Each morning, a head teacher: the words belong to what follows. */
  private static boolean isBeforeNoun(FoldedText text, Hit hit) {
    String last = text.word(hit.last());
    return (last.equals("each") || last.equals("head")) && !PriceWords.mayEnd(text, hit.last());
  }

  private static boolean isNear(FoldedText text, Hit hit, Amount amount) {
    if (hit.first() > amount.last()) {
      return hit.first() - amount.last() <= NEAR
          && PriceWords.isOneSentence(text, amount.last(), hit.first());
    }
    return amount.first() - hit.last() <= NEAR
        && PriceWords.isOneSentence(text, hit.last(), amount.first());
  }

  private static void seeAll(PhraseHits hits, String concept, int slot, Sightings sightings) {
    for (Hit hit : hits.of(concept)) sightings.saw(slot, hit.first(), hit.last());
  }
}
