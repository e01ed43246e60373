package org.breakwater.engine.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.text.PhraseIndex.Hit;

/** One text looked at with one index. Not for use by several threads. */
public final class PhraseScan {
  private final PhraseIndex index;
  private final SymbolText text;
  private final PhraseWalk parts;

  /** By part; few are ever asked for. */
  private final Map<Integer, List<Hit>> found = new HashMap<>();

  PhraseScan(PhraseIndex index, SymbolText text, PhraseWalk parts) {
    this.index = index;
    this.text = text;
    this.parts = parts;
  }

  /** Hits of all phrases, in order of first token, then longer first, then phrase. */
  public List<Hit> hits() {
    return index.hits(text);
  }

  /**
   * Indices of the sets of parts that may be whole in the text, ascending. A set that is not among
   * them is not whole; one that is may still lack a part.
   */
  public int[] possibleSets() {
    return index.possibleSets(text);
  }

  /**
   * Hits of one part, in order of first token, then longer first; {@link Hit#phrase} is the part.
   *
   * @param part index in the list of parts the index was built from
   */
  public List<Hit> hitsOf(int part) {
    return found.computeIfAbsent(part, asked -> index.hitsOf(asked, parts));
  }
}
