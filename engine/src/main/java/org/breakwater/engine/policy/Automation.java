package org.breakwater.engine.policy;

import java.util.Set;
import org.breakwater.engine.content.Surface;

/**
 * Where a machine may remove without a person, by measured evidence; everywhere else a removal is a
 * review. Computed by {@code bw policy license}, never typed.
 */
public sealed interface Automation {
  /** Whether the clause may act alone in that language (primary subtag) on that surface. */
  boolean licenses(String clause, String lang, Surface surface);

  /** The triples for which evidence was found. */
  record Licensed(Set<Triple> triples) implements Automation {
    public static final Licensed NOTHING = new Licensed(Set.of());

    public Licensed {
      triples = Set.copyOf(triples);
    }

    @Override
    public boolean licenses(String clause, String lang, Surface surface) {
      return triples.contains(new Triple(clause, lang, surface));
    }
  }

  /** Every triple, except content of undetermined language: for study, never for service. */
  record Assumed() implements Automation {
    @Override
    public boolean licenses(String clause, String lang, Surface surface) {
      return !lang.equals("und");
    }
  }

  record Triple(String clause, String lang, Surface surface) {}
}
