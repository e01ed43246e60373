package org.breakwater.engine.text;

import java.util.List;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.jspecify.annotations.Nullable;

/** One text looked at with one index. Not for use by several threads. */
public final class PhraseScan {
  private final PhraseIndex index;
  private final SymbolText text;
  private final PhraseWalk parts;
  private final @Nullable List<Hit>[] found;

  @SuppressWarnings({"unchecked", "rawtypes"})
  PhraseScan(PhraseIndex index, SymbolText text, PhraseWalk parts, int partCount) {
    this.index = index;
    this.text = text;
    this.parts = parts;
    this.found = (@Nullable List<Hit>[]) new List[partCount];
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
    List<Hit> known = found[part];
    if (known == null) found[part] = known = index.hitsOf(part, parts);
    return known;
  }
}
