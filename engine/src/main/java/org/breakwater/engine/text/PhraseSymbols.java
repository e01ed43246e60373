package org.breakwater.engine.text;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breakwater.engine.text.PhrasePattern.Atom;
import org.breakwater.engine.text.PhrasePattern.Choice;
import org.breakwater.engine.text.PhrasePattern.Element;
import org.breakwater.engine.text.PhrasePattern.Gap;
import org.breakwater.engine.text.PhrasePattern.Matched;

/**
 * Numbers the elements of all phrases: equal elements have one symbol. Words and prefixes go to the
 * vocabulary; what stands in several tokens of a choice goes to the trie of its height, which is
 * walked before those that are higher.
 */
final class PhraseSymbols {
  static final int GAP = 0;

  private final Vocabulary.Builder vocabulary = new Vocabulary.Builder();
  private final Map<Element, Integer> symbols = new HashMap<>();

  /** The same by identity: a group read once stands in many patterns, and is costly to hash. */
  private final IdentityHashMap<Element, Integer> met = new IdentityHashMap<>();

  private final Set<Integer> numbers = new TreeSet<>();
  private final TreeMap<Integer, PhraseTrie.Builder> choices = new TreeMap<>();

  int symbol(Element element) {
    Integer same = met.get(element);
    if (same != null) return same;
    int symbol = equal(element);
    met.put(element, symbol);
    return symbol;
  }

  private int equal(Element element) {
    Integer known = symbols.get(element);
    if (known != null) return known;
    int symbol =
        switch (element) {
          case Gap _ -> GAP;
          case Matched _, Choice _ -> symbols.size() + 1;
        };
    symbols.put(element, symbol);
    switch (element) {
      case Gap _ -> {}
      case Matched(var anyOf) -> anyOf.forEach(atom -> admit(atom, symbol));
      case Choice choice -> {
        choice.single().forEach(atom -> admit(atom, symbol));
        PhraseTrie.Builder trie =
            choices.computeIfAbsent(choice.height(), _ -> new PhraseTrie.Builder(this));
        for (List<Element> sequence : choice.several()) trie.add(sequence, symbol);
      }
    }
    return symbol;
  }

  private void admit(Atom atom, int symbol) {
    switch (atom.shape()) {
      case WORD -> vocabulary.word(atom.word(), symbol);
      case PREFIX -> vocabulary.prefix(atom.word(), symbol);
      case NUMBER -> numbers.add(symbol);
    }
  }

  Vocabulary vocabulary() {
    return vocabulary.build(numbers);
  }

  /** The tries of choices, lowest first. */
  List<PhraseTrie> choices(Vocabulary finished, int[][] classesBySymbol) {
    return choices.values().stream().map(trie -> trie.build(finished, classesBySymbol)).toList();
  }

  /** One more than the highest symbol. */
  int size() {
    return symbols.size() + 1;
  }
}
