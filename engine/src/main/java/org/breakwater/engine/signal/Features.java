package org.breakwater.engine.signal;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.text.FoldedText;

/**
 * What a text is scored by: its folded words ({@code viaje}), beginnings of longer words ({@code
 * cruza*}), pairs of neighbours cut to their beginnings ({@code pay later}), of which the first and
 * the last are the text's ends ({@code ⊢ who}), and what was observed of it ({@code :cue.seats},
 * {@code :contact.handoff}, {@code :surface.ad}, {@code :mark.question}). Numbers are one word,
 * {@code #}, and flags another. Handles and addresses are no words: who is named says nothing.
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
  private static final String STAR = "*";
  private static final String NUMBER = "#";
  private static final String FLAG = "⚑";
  static final int BEGINNING_LETTERS = 5;

  /** What stands before the first word of a text. */
  static final String START = "⊢";

  /** What stands after the last word of a text. */
  static final String END = "⊣";

  private static final String MARK = ":mark.";
  private static final Set<String> ADDRESS = Set.of("http", "https", "www");

  /** Words added to every length, lest one word of a very short text outweigh all else. */
  private static final int LENGTH_FLOOR = 12;

  /** Words of the length at which a feature counts its points as they stand. */
  private static final int LENGTH_TYPICAL = 20;

  /** Everything that can be said of where and how a text stands, by number. */
  static final List<String> SETTINGS = settings();

  private static final int REPLIES = SETTINGS.indexOf(REPLY);
  private static final int ANSWERS_HARM = SETTINGS.indexOf(CONTEXT_HARM);
  private static final int ANSWERS_ASK = SETTINGS.indexOf(CONTEXT_ASK);
  private static final Map<Mark, Integer> MARKS = numbered(Mark.class, mark -> MARK + mark.word());
  private static final Map<Surface, Integer> SURFACES =
      numbered(Surface.class, surface -> SURFACE + surface.word());

  private static final Set<String> FIXED = Set.of(BASE, UNKNOWN, UNKNOWN_MANY);

  /** Harmless posts are disguised too: a score never rests on it. */
  private static final String DISGUISE = "text.altered";

  private Features() {}

  /** All features of an event, but for those that depend on which words are known. */
  public static SortedSet<String> of(Reading reading, Observation seen) {
    var features = new TreeSet<String>();
    for (FoldedText text : reading.own()) {
      String before = START;
      for (int token = 0; token < text.size(); token++) {
        if (!isCounted(text, token)) continue;
        String word = word(text, token);
        String begun = cut(word);
        features.add(word);
        if (hasBeginning(word)) features.add(ofBeginning(begun));
        features.add(before + " " + begun);
        before = begun;
      }
      if (!before.equals(START)) features.add(before + " " + END);
    }
    for (String cue : seen.cues()) features.add(of(cue));
    for (Signal signal : SignalCatalog.STANDARD.all()) {
      if (isScored(signal) && seen.flag(SignalCatalog.STANDARD.slot(signal.name())) == Truth.TRUE)
        features.add(of(signal.name()));
    }
    settingsOf(reading, seen).stream().mapToObj(SETTINGS::get).forEach(features::add);
    return features;
  }

  private static List<String> settings() {
    List<String> settings = new ArrayList<>(List.of(REPLY, CONTEXT_HARM, CONTEXT_ASK));
    for (Mark mark : Mark.values()) settings.add(MARK + mark.word());
    for (Surface surface : Surface.values()) settings.add(SURFACE + surface.word());
    return List.copyOf(settings);
  }

  private static <E extends Enum<E>> Map<E, Integer> numbered(
      Class<E> kind, Function<E, String> feature) {
    var numbers = new EnumMap<E, Integer>(kind);
    for (E each : kind.getEnumConstants()) numbers.put(each, SETTINGS.indexOf(feature.apply(each)));
    return numbers;
  }

  /** The numbers of what can be said of where and how a text stands and of what it answers. */
  static BitSet settingsOf(Reading reading, Observation seen) {
    var settings = new BitSet(SETTINGS.size());
    settings.set(REPLIES, !reading.event().context().replyTo().isEmpty());
    settings.set(ANSWERS_HARM, seen.number(HARM_ANSWERED) >= LIKELY_MIN);
    settings.set(ANSWERS_ASK, seen.number(ASK_ANSWERED) >= LIKELY_MIN);
    for (Mark mark : Mark.in(reading)) settings.set(requireNonNull(MARKS.get(mark)));
    settings.set(requireNonNull(SURFACES.get(reading.event().surface())));
    return settings;
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
    return feature.length() > 1 && feature.endsWith(STAR);
  }

  /** What is wrong with a feature's name; empty when nothing is. */
  public static String fault(String feature) {
    if (feature.isBlank()) return "a feature has a name";
    if (isFixed(feature)) return "";
    if (!isObserved(feature)) return faultOfWords(feature);
    String name = feature.substring(1);
    return Concept.isKnown(name) ? "" : "unknown signal, cue or surface `" + name + "`";
  }

  private static String faultOfWords(String feature) {
    int blank = feature.indexOf(' ');
    if (blank < 0) return "";
    String cut = cut(feature.substring(0, blank)) + " " + cut(feature.substring(blank + 1));
    return feature.equals(cut) ? "" : "words of a pair are cut to 5 letters: `" + cut + "`";
  }

  private static boolean isFixed(String feature) {
    return FIXED.contains(feature) || SETTINGS.contains(feature);
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

  /** The feature of longer words that begin with these letters. */
  static String ofBeginning(String letters) {
    return letters + STAR;
  }

  /** The word, of which no more is left than the letters of a beginning. */
  private static String cut(String word) {
    return hasBeginning(word) ? word.substring(0, BEGINNING_LETTERS) : word;
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
