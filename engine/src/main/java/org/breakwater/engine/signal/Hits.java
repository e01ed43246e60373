package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.jspecify.annotations.Nullable;

/** The lexicon hits in one text, grouped by concept, after idioms have swallowed theirs. */
final class Hits implements PhraseHits {
  private static final int IDIOM = Concept.number(Concept.IDIOM);

  private final List<Hit> all;
  private final @Nullable List<Hit>[] byConcept;

  private Hits(List<Hit> all) {
    this.all = all;
    this.byConcept = emptyTable();
    for (Hit hit : all) {
      List<Hit> same = byConcept[hit.concept()];
      if (same == null) byConcept[hit.concept()] = same = new ArrayList<>(2);
      same.add(hit);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<Hit>[] emptyTable() {
    return (@Nullable List<Hit>[]) new List[Concept.names().size()];
  }

  /** Groups what the index found. */
  static Hits of(List<Hit> found) {
    List<Hit> idioms = found.stream().filter(hit -> hit.concept() == IDIOM).toList();
    if (idioms.isEmpty()) return new Hits(found);
    return new Hits(found.stream().filter(hit -> !isSwallowed(hit, idioms)).toList());
  }

  private static boolean isSwallowed(Hit hit, List<Hit> idioms) {
    if (hit.concept() == IDIOM) return false;
    for (Hit idiom : idioms) {
      if (idiom.first() <= hit.first() && hit.last() <= idiom.last()) return true;
    }
    return false;
  }

  List<Hit> all() {
    return all;
  }

  @Override
  public List<Hit> of(String concept) {
    return of(Concept.number(concept));
  }

  List<Hit> of(int concept) {
    List<Hit> hits = byConcept[concept];
    return hits == null ? List.of() : hits;
  }
}
