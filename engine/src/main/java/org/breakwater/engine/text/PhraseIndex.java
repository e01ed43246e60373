package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds all phrases of all languages in one pass over a folded text.
 *
 * <p>Pattern syntax: words apart by a blank; {@code word*} any word that begins so; {@code #} any
 * number, also glued as in {@code $#}; {@code (a|b c)} alternatives; {@code [a]} optional; {@code
 * ~} a gap of 0 to 3 tokens. A match never crosses a {@link Break#SENTENCE}; a {@link Break#LINE}
 * neither. A text read in several ways (leet, stretched repeats, hashtags) matches in any of them.
 */
public final class PhraseIndex {
  /** One pattern with the number its hits carry. */
  public record Phrase(String pattern, int concept) {}

  /**
   * A match, both tokens included.
   *
   * @param phrase index of the phrase in the list the index was built from
   */
  public record Hit(int concept, int phrase, int first, int last) {
    /** Number of tokens matched, gaps included. */
    public int length() {
      return last - first + 1;
    }
  }

  /** Concept number of what is only a part. */
  private static final int PART = -1;

  private final Vocabulary vocabulary;

  /** Groups with alternatives of several words, those inside others first. */
  private final List<PhraseTrie> choices;

  private final PhraseTrie whole;
  private final int[] concepts;

  /** All parts, each from a root of its own. */
  private final PhraseTrie parts;

  private final int[] partRoots;
  private final PartSets sets;
  private final int symbolCount;

  private PhraseIndex(
      PhraseSymbols symbols, PhraseTrie.Builder whole, int[] concepts, Parts parts, PartSets sets) {
    this.vocabulary = symbols.vocabulary();
    int[][] classesBySymbol = vocabulary.classesBySymbol(symbols.size());
    this.choices = symbols.choices(vocabulary, classesBySymbol);
    this.whole = whole.build(vocabulary, classesBySymbol);
    this.concepts = concepts;
    this.parts = parts.trie.build(vocabulary, classesBySymbol);
    this.partRoots = parts.roots.stream().mapToInt(Integer::intValue).toArray();
    this.sets = sets;
    this.symbolCount = symbols.size();
  }

  /**
   * Builds the index of phrases that are always looked for.
   *
   * @throws IllegalArgumentException if a pattern is malformed or empty after folding; check with
   *     {@link #fault} first
   */
  public static PhraseIndex of(List<Phrase> phrases) {
    return of(phrases, List.of(), List.of());
  }

  /**
   * Builds the index of phrases that are always looked for, and of parts that matter only where
   * those of a set stand together; see {@link PhraseScan#possibleSets}.
   *
   * @param parts patterns
   * @param sets each the indices of parts
   * @throws IllegalArgumentException if a pattern is malformed or empty after folding; check with
   *     {@link #fault} first
   */
  public static PhraseIndex of(List<Phrase> phrases, List<String> parts, List<int[]> sets) {
    var symbols = new PhraseSymbols();
    var trie = new PhraseTrie.Builder(symbols);
    var groups = new PhrasePattern.Groups();
    for (int phrase = 0; phrase < phrases.size(); phrase++) {
      for (var sequence : sequences(phrases.get(phrase).pattern(), groups)) {
        trie.add(sequence, phrase);
      }
    }
    var collected = new Parts(symbols);
    for (String part : parts) collected.add(sequences(part, groups));
    int[] concepts = phrases.stream().mapToInt(Phrase::concept).toArray();
    var needed = new PartSets(sets, collected.needed, symbols.size());
    return new PhraseIndex(symbols, trie, concepts, collected, needed);
  }

  private static List<List<PhrasePattern.Element>> sequences(
      String pattern, PhrasePattern.Groups groups) {
    return switch (PhrasePattern.parse(pattern, groups)) {
      case PhrasePattern.Parsed.Accepted(var sequences) -> sequences;
      case PhrasePattern.Parsed.Rejected(var fault) ->
          throw new IllegalArgumentException("`" + pattern + "`: " + fault);
    };
  }

  /** Collects parts: the root of each, and the symbols that all its sequences hold. */
  private static final class Parts {
    private final PhraseSymbols symbols;
    private final PhraseTrie.Builder trie;
    private final List<Integer> roots = new ArrayList<>();
    private final List<int[]> needed = new ArrayList<>();

    Parts(PhraseSymbols symbols) {
      this.symbols = symbols;
      this.trie = new PhraseTrie.Builder(symbols);
    }

    void add(List<List<PhrasePattern.Element>> sequences) {
      int root = trie.root();
      Set<Integer> common = new TreeSet<>(held(sequences.getFirst()));
      for (var sequence : sequences) {
        trie.add(root, sequence, roots.size());
        common.retainAll(held(sequence));
      }
      roots.add(root);
      needed.add(common.stream().mapToInt(Integer::intValue).toArray());
    }

    private Set<Integer> held(List<PhrasePattern.Element> sequence) {
      return sequence.stream()
          .map(symbols::symbol)
          .filter(symbol -> symbol != PhraseSymbols.GAP)
          .collect(Collectors.toSet());
    }
  }

  /** What is wrong with a pattern, for the person who wrote it; empty when nothing is. */
  public static String fault(String pattern) {
    return new Check().fault(pattern);
  }

  /** Checks many patterns of one lexicon, reading each word class they share once. */
  public static final class Check {
    private final PhrasePattern.Groups groups = new PhrasePattern.Groups();

    /** What is wrong with a pattern, for the person who wrote it; empty when nothing is. */
    public String fault(String pattern) {
      return switch (PhrasePattern.parse(pattern, groups)) {
        case PhrasePattern.Parsed.Accepted _ -> "";
        case PhrasePattern.Parsed.Rejected(var fault) -> fault;
      };
    }
  }

  /** Looks at a text. */
  public PhraseScan scan(FoldedText text) {
    var symbols = new SymbolText(text, vocabulary, symbolCount);
    for (PhraseTrie choice : choices) new PhraseWalk(choice, symbols).addChoices();
    return new PhraseScan(this, symbols, new PhraseWalk(parts, symbols));
  }

  List<Hit> hits(SymbolText text) {
    return new PhraseWalk(whole, text).hits(concepts);
  }

  int[] possibleSets(SymbolText text) {
    return sets.possible(text);
  }

  List<Hit> hitsOf(int part, PhraseWalk walk) {
    return walk.from(partRoots[part]).stream()
        .map(found -> new Hit(PART, part, found.first(), found.last()))
        .toList();
  }
}
