package org.breakwater.engine.text;

import java.util.List;

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

  private final Vocabulary vocabulary;

  /** Groups with alternatives of several words, those inside others first. */
  private final List<PhraseTrie> choices;

  private final PhraseTrie whole;
  private final int[] concepts;
  private final int symbolCount;

  private PhraseIndex(PhraseSymbols symbols, PhraseTrie.Builder whole, int[] concepts) {
    this.vocabulary = symbols.vocabulary();
    this.choices = symbols.choices(vocabulary);
    this.whole = whole.build(vocabulary);
    this.concepts = concepts;
    this.symbolCount = symbols.size();
  }

  /**
   * Builds the index.
   *
   * @throws IllegalArgumentException if a pattern is malformed or empty after folding; check with
   *     {@link #fault} first
   */
  public static PhraseIndex of(List<Phrase> phrases) {
    var symbols = new PhraseSymbols();
    var trie = new PhraseTrie.Builder(symbols);
    var groups = new PhrasePattern.Groups();
    for (int phrase = 0; phrase < phrases.size(); phrase++) {
      String pattern = phrases.get(phrase).pattern();
      switch (PhrasePattern.parse(pattern, groups)) {
        case PhrasePattern.Parsed.Accepted(var sequences) -> {
          for (var sequence : sequences) trie.add(sequence, phrase);
        }
        case PhrasePattern.Parsed.Rejected(var fault) ->
            throw new IllegalArgumentException("`" + pattern + "`: " + fault);
      }
    }
    int[] concepts = phrases.stream().mapToInt(Phrase::concept).toArray();
    return new PhraseIndex(symbols, trie, concepts);
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

  /** All hits, in order of first token, then longer first, then phrase. */
  public List<Hit> find(FoldedText text) {
    var symbols = new SymbolText(text, vocabulary, symbolCount);
    for (PhraseTrie choice : choices) new PhraseWalk(choice, symbols).addChoices();
    return new PhraseWalk(whole, symbols).hits(concepts);
  }
}
