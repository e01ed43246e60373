package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.jspecify.annotations.Nullable;

/** The lexicon hits in one text, grouped by concept, after idioms have swallowed theirs. */
final class Hits implements PhraseHits {
  private static final int IDIOM = Concept.number(Concept.IDIOM);

  private final List<Hit> plain;
  private final List<Hit> all;
  private final @Nullable List<Hit>[] byConcept;

  private Hits(List<Hit> plain, List<Hit> joined) {
    this.plain = plain;
    this.all = new ArrayList<>(plain);
    all.addAll(joined);
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
  static Hits of(LexiconIndex.Found found) {
    var idioms = new ArrayList<Hit>(0);
    for (Hit hit : found.plain()) if (hit.concept() == IDIOM) idioms.add(hit);
    if (idioms.isEmpty()) return new Hits(found.plain(), found.joined());
    return new Hits(outside(idioms, found.plain()), outside(idioms, found.joined()));
  }

  private static List<Hit> outside(List<Hit> idioms, List<Hit> hits) {
    return hits.stream().filter(hit -> !isSwallowed(hit, idioms)).toList();
  }

  private static boolean isSwallowed(Hit hit, List<Hit> idioms) {
    if (hit.concept() == IDIOM) return false;
    for (Hit idiom : idioms) {
      if (idiom.first() <= hit.first() && hit.last() <= idiom.last()) return true;
    }
    return false;
  }

  /** Every hit. */
  List<Hit> all() {
    return all;
  }

  /** Hits of phrases as written, without conjunctions. */
  List<Hit> plain() {
    return plain;
  }

  boolean isPlain(Hit hit) {
    return plain.contains(hit);
  }

  @Override
  public List<Hit> of(String concept) {
    return all.isEmpty() ? all : of(Concept.number(concept));
  }

  List<Hit> of(int concept) {
    List<Hit> hits = byConcept[concept];
    return hits == null ? List.of() : hits;
  }
}
