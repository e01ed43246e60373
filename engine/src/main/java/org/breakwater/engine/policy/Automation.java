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

  /**
   * Whether its circuit breaker is open there, so that people decide what a machine would remove.
   */
  default boolean isInterrupted(String clause, String lang) {
    return false;
  }

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

  /** As before, but for what a circuit breaker holds. */
  record Interrupted(Automation otherwise, Set<Breaker> open) implements Automation {
    public Interrupted {
      open = Set.copyOf(open);
    }

    @Override
    public boolean licenses(String clause, String lang, Surface surface) {
      return otherwise.licenses(clause, lang, surface);
    }

    @Override
    public boolean isInterrupted(String clause, String lang) {
      return open.stream().anyMatch(breaker -> breaker.covers(clause, lang));
    }
  }

  /**
   * One circuit breaker.
   *
   * @param clause a clause's id, or {@link #ANY}
   * @param lang primary subtag, or {@link #ANY}
   */
  record Breaker(String clause, String lang) {
    /** Stands for every clause, or every language. */
    public static final String ANY = "*";

    boolean covers(String otherClause, String otherLang) {
      return (clause.equals(ANY) || clause.equals(otherClause))
          && (lang.equals(ANY) || lang.equals(otherLang));
    }
  }

  record Triple(String clause, String lang, Surface surface) {}
}
