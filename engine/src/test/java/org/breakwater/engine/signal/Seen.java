package org.breakwater.engine.signal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.Folding;
import org.breakwater.engine.text.PhraseIndex;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.PhraseIndex.Phrase;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the three detectors of this package's contacts, prices and places see in one text. */
final class Seen implements Sightings {
  private static final List<String> CONCEPTS = new ArrayList<>();
  private static final PhraseIndex INDEX = index();

  private final FoldedText text;
  private final Map<String, List<String>> quotes = new TreeMap<>();
  private final Map<String, Object> values = new HashMap<>();

  private Seen(FoldedText text) {
    this.text = text;
  }

  /** Runs all three detectors with the pack's language-free lexicon and a few cues of English. */
  static Seen in(String original) {
    FoldedText text = Folding.fold("text", original);
    var seen = new Seen(text);
    PhraseHits hits = hits(text);
    new Contacts(HelpLines.NONE).detect(text, hits, seen);
    new Prices().detect(text, hits, seen);
    new Places().detect(text, hits, seen);
    return seen;
  }

  static PhraseHits hits(FoldedText text) {
    List<Hit> all = INDEX.scan(text).hits();
    return concept ->
        all.stream().filter(hit -> CONCEPTS.get(hit.concept()).equals(concept)).toList();
  }

  /** Names of the flags that hold. */
  Set<String> signals() {
    return new TreeSet<>(quotes.keySet());
  }

  /** The original words in which a signal was seen. */
  List<String> quotes(String signal) {
    return quotes.getOrDefault(signal, List.of());
  }

  double amount() {
    return (double) values.getOrDefault("price.amount", Double.NaN);
  }

  String currency() {
    return (String) values.getOrDefault("price.currency", "");
  }

  @Override
  public void saw(int slot, int first, int last) {
    String quote = text.original().substring(text.start(first), text.end(last));
    List<String> sofar = quotes.computeIfAbsent(name(slot), _ -> new ArrayList<>());
    if (!sofar.contains(quote)) sofar.add(quote);
  }

  @Override
  public void number(int slot, double value, int first, int last) {
    values.merge(name(slot), value, (a, b) -> Math.max((double) a, (double) b));
  }

  @Override
  public void text(int slot, String value, int first, int last) {
    values.putIfAbsent(name(slot), value);
  }

  private static String name(int slot) {
    return SignalCatalog.STANDARD.at(slot).name();
  }

  private static PhraseIndex index() {
    var phrases = new ArrayList<Phrase>();
    patterns().forEach((concept, list) -> list.forEach(p -> add(phrases, concept, p)));
    add(
        phrases,
        "price.cue",
        "(price|cost*|charge*|cobra*|sale en|precio*|vale*|costo|cuesta|pay|pago|pagar|pague)");
    add(phrases, "contact.handoff", "(dm|inbox|imbox) [me]");
    add(
        phrases,
        "contact.handoff",
        "(escribeme|mandame [un] mensaje|al privado|hit me up|text me)");
    add(phrases, "contact.helpline", "(hotline|helpline|linea de denuncia|call 911)");
    add(phrases, "place.destination", "(the other side|al otro lado|el norte)");
    return PhraseIndex.of(phrases);
  }

  private static void add(List<Phrase> phrases, String concept, String pattern) {
    if (!CONCEPTS.contains(concept)) CONCEPTS.add(concept);
    phrases.add(new Phrase(pattern, CONCEPTS.indexOf(concept)));
  }

  @SuppressWarnings("unchecked")
  static Map<String, List<String>> patterns() {
    Path file = Path.of("..", "packs", "human-exploitation", "lexicon", "und.yaml");
    try {
      String yaml = Files.readString(file);
      var lexicon =
          (Map<String, Map<String, List<String>>>)
              new Load(LoadSettings.builder().build()).loadFromString(yaml);
      return lexicon.getOrDefault("phrases", Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
