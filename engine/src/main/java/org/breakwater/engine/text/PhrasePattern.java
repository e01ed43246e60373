package org.breakwater.engine.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the pattern of a phrase into the plain sequences of elements it stands for. */
final class PhrasePattern {
  static final int EXPANSIONS_MAX = 512;
  static final int GAPS_MAX = 4;

  private static final String MARKS = "()[]|~#*";

  private final String pattern;
  private final Groups groups;
  private int at;

  private PhrasePattern(String pattern, Groups groups) {
    this.pattern = pattern;
    this.groups = groups;
  }

  /** Bracketed groups read before: a word class stands in many patterns of one lexicon. */
  static final class Groups {
    private final Map<String, List<List<Element>>> read = new HashMap<>();

    /** Literal words folded before; most stand in several groups. */
    private final Map<String, List<Element>> folded = new HashMap<>();
  }

  /** What a pattern turned out to be. */
  sealed interface Parsed {
    /** No sequence is empty, or begins or ends with a {@link Gap}. */
    record Accepted(List<List<Element>> sequences) implements Parsed {}

    /**
     * @param fault what is wrong, for the person who wrote it
     */
    record Rejected(String fault) implements Parsed {}
  }

  /** One place of a sequence. */
  sealed interface Element {}

  /** Nothing to three tokens of any kind. */
  record Gap() implements Element {}

  /** One token that any of these admits. */
  record Matched(SortedSet<Atom> anyOf) implements Element {
    static Matched one(Atom atom) {
      return new Matched(new TreeSet<>(Set.of(atom)));
    }
  }

  /**
   * A group of which some alternatives have several places; met as a whole, so that groups side by
   * side need not be multiplied out.
   *
   * @param single the alternatives of one token
   * @param several the others; each begins and ends with something other than a gap
   */
  record Choice(SortedSet<Atom> single, List<List<Element>> several) implements Element {
    /** One more than the most choices inside each other in it. */
    int height() {
      int inner = 0;
      for (List<Element> sequence : several) {
        for (Element element : sequence) {
          if (element instanceof Choice choice) inner = Math.max(inner, choice.height());
        }
      }
      return inner + 1;
    }
  }

  /**
   * What admits a token.
   *
   * @param word folded; empty for {@link Shape#NUMBER}
   */
  record Atom(Shape shape, String word) implements Comparable<Atom> {
    @Override
    public int compareTo(Atom other) {
      int byShape = shape.compareTo(other.shape);
      return byShape != 0 ? byShape : word.compareTo(other.word);
    }
  }

  enum Shape {
    /** This word. */
    WORD,
    /** Any word that begins so. */
    PREFIX,
    /** Any number. */
    NUMBER
  }

  /** Leaves the descent at the first fault; never leaves {@link #parse}. */
  private static final class Malformed extends RuntimeException {
    final String fault;

    Malformed(String fault) {
      super(fault);
      this.fault = fault;
    }
  }

  static Parsed parse(String pattern, Groups groups) {
    try {
      var reader = new PhrasePattern(pattern, groups);
      List<List<Element>> sequences = reader.sequence();
      if (reader.at < pattern.length()) throw reader.unexpected();
      for (List<Element> sequence : sequences) reader.check(sequence);
      return new Parsed.Accepted(sequences);
    } catch (Malformed malformed) {
      return new Parsed.Rejected(malformed.fault);
    }
  }

  private List<List<Element>> sequence() {
    List<List<Element>> sequences = List.of(List.of());
    while (at < pattern.length() && peek() != ')' && peek() != ']' && peek() != '|') {
      sequences = product(sequences, part());
    }
    return sequences;
  }

  private List<List<Element>> part() {
    return switch (peek()) {
      case '(' -> group(')');
      case '[' -> optional();
      case '~' -> mark(new Gap());
      case '#' -> mark(Matched.one(new Atom(Shape.NUMBER, "")));
      case '*' ->
          throw new Malformed("`*` at " + place() + " follows no word; write it as in `cross*`");
      default -> List.of(words());
    };
  }

  private List<List<Element>> optional() {
    var optional = new ArrayList<>(group(']'));
    optional.add(List.of());
    return optional;
  }

  private List<List<Element>> mark(Element element) {
    at++;
    return List.of(List.of(element));
  }

  private List<List<Element>> group(char closing) {
    int open = at;
    List<List<Element>> known = groups.read.get(pattern.substring(open, closing(open)));
    if (known != null) {
      at = closing(open);
      return known;
    }
    List<List<Element>> alternatives = alternatives(closing);
    groups.read.put(pattern.substring(open, at), alternatives);
    return alternatives;
  }

  /** Where the bracket that opens there has closed again, or the end. */
  private int closing(int open) {
    int depth = 0;
    for (int end = open; end < pattern.length(); end++) {
      char c = pattern.charAt(end);
      if (c == '(' || c == '[') depth++;
      if ((c == ')' || c == ']') && --depth == 0) return end + 1;
    }
    return pattern.length();
  }

  /** Alternatives in brackets; unless one may begin or end with a gap, they become one element. */
  private List<List<Element>> alternatives(char closing) {
    int open = at;
    var several = new ArrayList<List<Element>>();
    var single = new TreeSet<Atom>();
    do {
      at++;
      for (List<Element> sequence : sequence()) {
        if (sequence.isEmpty())
          throw malformed(open, "has an alternative that may be empty; write it as `[word]`");
        if (sequence.size() == 1 && sequence.getFirst() instanceof Matched(var anyOf))
          single.addAll(anyOf);
        else several.add(sequence);
      }
      if (at == pattern.length()) throw malformed(open, "is not closed; add `" + closing + "`");
      if (peek() != '|' && peek() != closing) throw unexpected();
    } while (peek() == '|');
    at++;
    return merged(single, several);
  }

  private static List<List<Element>> merged(SortedSet<Atom> single, List<List<Element>> several) {
    if (several.isEmpty()) return List.of(List.of(new Matched(single)));
    if (single.isEmpty() && several.size() == 1) return several;
    boolean loose = several.stream().anyMatch(PhrasePattern::touchesGap);
    if (!loose) return List.of(List.of(new Choice(single, several)));
    if (!single.isEmpty()) several.add(List.of(new Matched(single)));
    return several;
  }

  private static boolean touchesGap(List<Element> sequence) {
    return sequence.getFirst() instanceof Gap || sequence.getLast() instanceof Gap;
  }

  /** Literal words up to the next mark; a star makes a prefix of the last. */
  private List<Element> words() {
    int from = at;
    while (at < pattern.length() && MARKS.indexOf(peek()) < 0) at++;
    String literal = pattern.substring(from, at);
    boolean isPrefix = at < pattern.length() && peek() == '*';
    List<Element> known = groups.folded.get(literal);
    if (known != null && !isPrefix) return known;
    var elements = new ArrayList<Element>();
    FoldedText folded = Folding.foldLiteral(literal);
    for (int token = 0; token < folded.size(); token++) {
      elements.add(Matched.one(new Atom(Shape.WORD, folded.word(token))));
    }
    if (isPrefix) prefix(literal, folded, elements);
    if (elements.isEmpty() && !literal.isBlank())
      throw new Malformed("nothing of `" + literal.strip() + "` is left after folding");
    if (!isPrefix) groups.folded.put(literal, elements);
    return elements;
  }

  private void prefix(String literal, FoldedText folded, List<Element> elements) {
    int last = folded.size() - 1;
    boolean glued = last >= 0 && folded.end(last) == literal.length();
    boolean ends = at + 1 == pattern.length() || " )]|~".indexOf(pattern.charAt(at + 1)) >= 0;
    if (!glued || !ends || folded.kind(last) != TokenKind.WORD)
      throw new Malformed("`*` at " + place() + " does not end a word; write it as in `cross*`");
    elements.set(last, Matched.one(new Atom(Shape.PREFIX, folded.word(last))));
    at++;
  }

  private List<List<Element>> product(List<List<Element>> heads, List<List<Element>> tails) {
    if (tails.size() == 1 && tails.getFirst().isEmpty()) return heads;
    if ((long) heads.size() * tails.size() > EXPANSIONS_MAX)
      throw new Malformed(
          "stands for more than " + EXPANSIONS_MAX + " sequences; split it, or use fewer `[ ]`");
    // Equal sequences are left in: hashing sets of words costs more than the trie's own merging.
    var product = new ArrayList<List<Element>>(heads.size() * tails.size());
    for (List<Element> head : heads) {
      for (List<Element> tail : tails) {
        var joined = new ArrayList<Element>(head);
        joined.addAll(tail);
        product.add(List.copyOf(joined));
      }
    }
    return product;
  }

  private void check(List<Element> sequence) {
    if (sequence.isEmpty())
      throw new Malformed("may match nothing; leave at least one word outside `[ ]`");
    if (touchesGap(sequence))
      throw new Malformed("begins or ends with a gap; put words on both sides of `~`");
    if (sequence.stream().filter(element -> element instanceof Gap).count() > GAPS_MAX)
      throw new Malformed("has more than " + GAPS_MAX + " gaps; split it");
  }

  private char peek() {
    return pattern.charAt(at);
  }

  private Malformed malformed(int open, String fault) {
    return new Malformed("`" + pattern.charAt(open) + "` at " + (open + 1) + " " + fault);
  }

  private Malformed unexpected() {
    return new Malformed("unexpected `" + peek() + "` at " + place());
  }

  /** Counted from 1. */
  private int place() {
    return at + 1;
  }
}
