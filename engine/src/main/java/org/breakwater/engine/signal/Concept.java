package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a lexicon phrase is a cue of: a flag signal of the same name, or one of the cues below that
 * only serve to find signals. A concept's number is the slot of its signal, or follows the last
 * slot.
 */
public final class Concept {
  /** Swallows every hit inside it: {@code border collie} says nothing about borders. */
  static final String IDIOM = "idiom";

  /** Somebody passes on what others told him; unlike news it may be about the speaker's own kin. */
  static final String HEARSAY = "frame.hearsay";

  /** News of arrests, trials and rescues; its scope runs to the end of the post. */
  static final String NEWS = "frame.news";

  /** A frequent word that tells the language and nothing else. */
  static final String LANGUAGE_WORD = "language.word";

  private static final List<String> CUES =
      List.of(
          IDIOM,
          HEARSAY,
          NEWS,
          LANGUAGE_WORD,
          "place.country",
          "place.city",
          "place.cue",
          "price.cue",
          "currency",
          "number.word");

  private static final List<String> NAMES = namesInOrder();
  private static final int FIRST_FAMILY = SignalCatalog.STANDARD.size() + CUES.size();
  private static final Map<String, Integer> NUMBERS = numbers();

  private Concept() {}

  /** Whether lexicons may have phrases of that name. */
  public static boolean isKnown(String name) {
    return NUMBERS.containsKey(name);
  }

  /** All names, by number. */
  public static List<String> names() {
    return NAMES;
  }

  /** Whether a concept is a family of cues; see {@link CueFamily}. */
  static boolean isCueFamily(int number) {
    return number >= FIRST_FAMILY;
  }

  /**
   * The number of a concept.
   *
   * @throws IllegalArgumentException if no concept has that name
   */
  static int number(String name) {
    Integer number = NUMBERS.get(name);
    if (number == null) throw new IllegalArgumentException("no concept: " + name);
    return number;
  }

  private static List<String> namesInOrder() {
    var names = new ArrayList<String>();
    SignalCatalog.STANDARD.all().forEach(signal -> names.add(signal.name()));
    names.addAll(CUES);
    names.addAll(CueFamily.concepts());
    return Collections.unmodifiableList(names);
  }

  private static Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    for (int number = 0; number < NAMES.size(); number++) {
      boolean cuesSignal = number >= SignalCatalog.STANDARD.size() || isFlag(number);
      if (cuesSignal) numbers.put(NAMES.get(number), number);
    }
    return Collections.unmodifiableMap(numbers);
  }

  private static boolean isFlag(int slot) {
    return SignalCatalog.STANDARD.at(slot).type() == Signal.Type.FLAG;
  }
}
