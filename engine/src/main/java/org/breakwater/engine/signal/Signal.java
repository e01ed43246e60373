package org.breakwater.engine.signal;

/**
 * The declaration of one observed fact about an event.
 *
 * @param name group and member, such as {@code price.amount}; the name conditions use, unique
 * @param unit what a number counts, such as {@code days}; empty for a flag or a text
 * @param range the values it can take, for people, such as {@code 0..} or {@code ISO 4217 code}
 * @param cost what it takes to know it
 * @param origin where it comes from; decides whether it can carry a clause whose value is unknown
 * @param detector the class that observes it, for a reader who wants to see how
 * @param meaning one sentence: when it holds
 */
public record Signal(
    String name,
    Type type,
    String unit,
    String range,
    Cost cost,
    Origin origin,
    String detector,
    String meaning) {

  /** What a signal's value is. */
  public enum Type {
    FLAG,
    NUMBER,
    TEXT
  }

  /** What it takes to know a signal, from cheapest to dearest. */
  public enum Cost {
    /** Stands in the event. */
    EVENT,
    /** One pass over the text. */
    TEXT,
    /** A trained model over the text. */
    MODEL,
    /** The author's confirmed history. */
    HISTORY
  }

  /** Where a signal comes from. */
  public enum Origin {
    /** The words themselves: lexicon, contact, price, place, speaker, exploitation, threat. */
    WORDS,
    /**
     * What stands around the words: frames, surface, language, context, how the text was written.
     */
    SETTING,
    /** The author and his history. */
    AUTHOR,
    /** A model's estimate. */
    MODEL
  }

  /** The part of the name before the dot. */
  public String group() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
