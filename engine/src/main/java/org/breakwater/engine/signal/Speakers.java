package org.breakwater.engine.signal;

import org.breakwater.engine.content.Surface;

/** Concludes who speaks and what is on sale from what was seen in all of the author's own words. */
final class Speakers {
  private static final int PROVIDES = slot("speaker.provides");
  private static final int SEEKS = slot("speaker.seeks");
  private static final int INFORMS = slot("speaker.informs");
  private static final int IN_DANGER = slot("speaker.in_danger");
  private static final int SERVICE = slot("crossing.service");
  private static final int JOURNEY = slot("crossing.journey");
  private static final int SMUGGLER = slot("crossing.smuggler");
  private static final int IRREGULAR = slot("crossing.irregular");
  private static final int EXPLICIT = slot("offer.explicit");
  private static final int JOINS = slot("reply.joins");
  private static final int CONTEXT_OFFERS = slot("context.offers");
  private static final int SAFETY = slot("safety.advice");

  private static final int[] GOAL = slots("place.destination", "place.pair", "place.border");
  private static final int[] IRREGULARITY =
      slots(
          "crossing.irregular",
          "crossing.smuggler",
          "crossing.transport",
          "price.deferred",
          "price.free_child",
          "guarantee.present",
          "testimonial.success");
  private static final int[] BENEFIT =
      slots("price.present", "price.deferred", "price.per_head", "price.free_child");
  private static final int[] REACH =
      slots("contact.handoff", "contact.phone", "contact.app", "contact.handle");
  private static final int[] DEPARTURE = slots("schedule.present", "urgency.present");
  private static final int[] DANGERS = slots("danger.captive", "danger.stranded", "danger.missing");

  private Speakers() {}

  static void conclude(Surface surface, Observed observed) {
    service(observed);
    seeks(surface, observed);
    provides(surface, observed);
    if (anyOf(DANGERS, observed)) observed.follows(IN_DANGER, DANGERS);
    if (observed.holds(SAFETY) && !observed.holds(PROVIDES)) observed.follows(INFORMS, SAFETY);
    if (observed.holds(PROVIDES)) observed.forget(INFORMS);
    explicit(observed);
  }

  /** A journey on sale is a crossing when it has a goal and something no lawful carrier says. */
  private static void service(Observed observed) {
    if (observed.holds(JOURNEY) && anyOf(GOAL, observed) && anyOf(IRREGULARITY, observed)) {
      observed.follows(SERVICE, JOURNEY);
    }
  }

  /** "Info please" under an offer asks for what is offered; a query asks without a verb. */
  private static void seeks(Surface surface, Observed observed) {
    if (observed.holds(JOINS) && observed.holds(CONTEXT_OFFERS)) observed.follows(SEEKS, JOINS);
    if (surface != Surface.SEARCH) return;
    if (observed.holds(SERVICE)) observed.follows(SEEKS, SERVICE);
    boolean onTheWay = anyOf(GOAL, observed) || observed.holds(IRREGULAR);
    if (observed.holds(SMUGGLER) && onTheWay) observed.follows(SEEKS, SMUGGLER);
    if (observed.holds(JOURNEY) && observed.holds(IRREGULAR)) observed.follows(SEEKS, JOURNEY);
  }

  /** Advertisements and names offer without a verb. */
  private static void provides(Surface surface, Observed observed) {
    if (observed.holds(PROVIDES) || observed.holds(SEEKS) || !observed.holds(SERVICE)) return;
    boolean advertised = anyOf(REACH, observed) || anyOf(BENEFIT, observed);
    if (advertised || surface.isName()) observed.follows(PROVIDES, SERVICE);
  }

  /** A journey on sale with a goal and a price, a date or a way to reach the seller. */
  static boolean advertisesJourney(Observed observed) {
    return observed.holds(JOURNEY)
        && anyOf(GOAL, observed)
        && (anyOf(BENEFIT, observed) || anyOf(REACH, observed) || anyOf(DEPARTURE, observed));
  }

  private static void explicit(Observed observed) {
    boolean complete =
        observed.holds(PROVIDES)
            && observed.holds(SERVICE)
            && anyOf(BENEFIT, observed)
            && anyOf(REACH, observed);
    if (complete) observed.follows(EXPLICIT, SERVICE);
  }

  private static boolean anyOf(int[] slots, Observed observed) {
    for (int slot : slots) {
      if (observed.holds(slot)) return true;
    }
    return false;
  }

  private static int slot(String name) {
    return SignalCatalog.STANDARD.slot(name);
  }

  private static int[] slots(String... names) {
    return java.util.Arrays.stream(names).mapToInt(Speakers::slot).toArray();
  }
}
