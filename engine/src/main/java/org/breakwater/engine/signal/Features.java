package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.text.FoldedText;

/**
 * What a text is scored by: its folded words ({@code viaje}), pairs of neighbours ({@code pay
 * later}), beginnings of longer words ({@code cruza*}), and what was observed of it ({@code
 * :cue.seats}, {@code :contact.handoff}, {@code :surface.ad}). Numbers are one word, {@code #}, and
 * flags another. Handles and addresses are no words: who is named says nothing.
 */
public final class Features {
  /** What every text begins with. */
  public static final String BASE = ":base";

  /** At least one word is unknown. */
  public static final String UNKNOWN = ":unknown";

  /** At least {@link #UNKNOWN_MANY_MIN} words are unknown. */
  public static final String UNKNOWN_MANY = ":unknown.many";

  public static final int UNKNOWN_MANY_MIN = 3;

  /** It answers somebody. */
  private static final String REPLY = ":reply";

  /** It answers or shares what is likely harm. */
  private static final String CONTEXT_HARM = ":reply.harm";

  /** It answers or shares what is likely an ask. */
  private static final String CONTEXT_ASK = ":reply.ask";

  private static final int HARM_ANSWERED = SignalCatalog.STANDARD.slot("context.harm");
  private static final int ASK_ANSWERED = SignalCatalog.STANDARD.slot("context.ask");
  private static final int LIKELY_MIN = 50;

  private static final String SURFACE = ":surface.";
  private static final char OBSERVED = ':';
  private static final String NUMBER = "#";
  private static final String FLAG = "⚑";
  static final int BEGINNING_LETTERS = 5;
  private static final Set<String> ADDRESS = Set.of("http", "https", "www");

  /** Words added to every length, lest one word of a very short text outweigh all else. */
  private static final int LENGTH_FLOOR = 12;

  /** Words of the length at which a feature counts its points as they stand. */
  private static final int LENGTH_TYPICAL = 20;

  private static final Set<String> FIXED =
      Set.of(BASE, UNKNOWN, UNKNOWN_MANY, REPLY, CONTEXT_HARM, CONTEXT_ASK);

  /** Harmless posts are disguised too: a score never rests on it. */
  private static final String DISGUISE = "text.altered";

  private Features() {}

  /** All features of an event, but for those that depend on which words are known. */
  public static SortedSet<String> of(Reading reading, Observation seen) {
    var features = new TreeSet<String>();
    for (FoldedText text : reading.own()) {
      String before = "";
      for (int token = 0; token < text.size(); token++) {
        if (!isCounted(text, token)) continue;
        String word = word(text, token);
        features.add(word);
        beginning(word).ifPresent(features::add);
        if (!before.isEmpty()) features.add(before + " " + word);
        before = word;
      }
    }
    for (String cue : seen.cues()) features.add(of(cue));
    for (Signal signal : SignalCatalog.STANDARD.all()) {
      if (isScored(signal) && seen.flag(SignalCatalog.STANDARD.slot(signal.name())) == Truth.TRUE)
        features.add(of(signal.name()));
    }
    features.addAll(ofSetting(reading, seen));
    return features;
  }

  /** Where it stands and what it answers. */
  static List<String> ofSetting(Reading reading, Observation seen) {
    List<String> features = new ArrayList<>(4);
    features.add(SURFACE + reading.event().surface().word());
    if (!reading.event().context().replyTo().isEmpty()) features.add(REPLY);
    if (seen.number(HARM_ANSWERED) >= LIKELY_MIN) features.add(CONTEXT_HARM);
    if (seen.number(ASK_ANSWERED) >= LIKELY_MIN) features.add(CONTEXT_ASK);
    return features;
  }

  /** Number of words that count, in all of the author's own texts. */
  public static int length(Reading reading) {
    int length = 0;
    for (FoldedText text : reading.own()) {
      for (int token = 0; token < text.size(); token++) if (isCounted(text, token)) length++;
    }
    return length;
  }

  /** What each feature of a text of so many words is multiplied by; 1 at a typical length. */
  public static double scale(int length) {
    return Math.sqrt((double) (LENGTH_FLOOR + LENGTH_TYPICAL) / (LENGTH_FLOOR + length));
  }

  /** Whether a feature is a word, not a pair, a beginning or an observation. */
  public static boolean isWord(String feature) {
    return !isObserved(feature) && !isBeginning(feature) && feature.indexOf(' ') < 0;
  }

  static boolean isObserved(String feature) {
    return feature.length() > 1 && feature.charAt(0) == OBSERVED;
  }

  static boolean isBeginning(String feature) {
    return feature.length() > 1 && feature.endsWith("*");
  }

  /** What is wrong with a feature's name; empty when nothing is. */
  public static String fault(String feature) {
    if (feature.isBlank()) return "a feature has a name";
    if (!isObserved(feature) || isFixed(feature)) return "";
    String name = feature.substring(1);
    return Concept.isKnown(name) ? "" : "unknown signal, cue or surface `" + name + "`";
  }

  private static boolean isFixed(String feature) {
    return FIXED.contains(feature)
        || Arrays.stream(Surface.values()).anyMatch(each -> feature.equals(SURFACE + each.word()));
  }

  /** The concept that an observation's feature names; empty for the others. */
  static Optional<Integer> concept(String feature) {
    return isObserved(feature) && Concept.isKnown(feature.substring(1))
        ? Optional.of(Concept.number(feature.substring(1)))
        : Optional.empty();
  }

  /** The feature of a flag signal or a family of cues. */
  static String of(String concept) {
    return OBSERVED + concept;
  }

  static boolean isScored(Signal signal) {
    return signal.type() == Signal.Type.FLAG
        && signal.cost() == Signal.Cost.TEXT
        && !signal.name().equals(DISGUISE);
  }

  static String word(FoldedText text, int token) {
    return switch (text.kind(token)) {
      case NUMBER -> NUMBER;
      case FLAG -> FLAG;
      case WORD, EMOJI, ARROW, SIGN -> text.word(token);
    };
  }

  static Optional<String> beginning(String word) {
    return hasBeginning(word)
        ? Optional.of(word.substring(0, BEGINNING_LETTERS) + "*")
        : Optional.empty();
  }

  static boolean hasBeginning(String word) {
    return word.length() > BEGINNING_LETTERS;
  }

  /** Whether a token is a word and no part of a handle or an address. */
  static boolean isCounted(FoldedText text, int token) {
    if (text.word(token).equals("@")) return false;
    int first = token;
    while (first > 0 && isGlued(text, first)) first--;
    if (first == token) return !ADDRESS.contains(text.word(token));
    String lead = text.word(first);
    return !lead.equals("@") && !ADDRESS.contains(lead);
  }

  /** Whether no white space sets a token apart from the one before it. */
  private static boolean isGlued(FoldedText text, int token) {
    for (int at = text.end(token - 1); at < text.start(token); at++) {
      if (Character.isWhitespace(text.original().charAt(at))) return false;
    }
    return true;
  }
}
