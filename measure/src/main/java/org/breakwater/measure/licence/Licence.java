package org.breakwater.measure.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.measure.statistics.Proportion;

/**
 * Computes where a machine may act (design.md §3). Of each clause, the upper 95 % bound of its
 * wrong removals must lie at or under {@value #BENIGN_MAX} on benign posts, all languages and
 * surfaces pooled, and at or under {@value #LOOK_ALIKE_MAX} on held look-alikes of a language,
 * surfaces pooled. A surface with a wrong removal of its own is not licensed, and a clause that
 * never removed anything rightly in a language has shown nothing there.
 */
public final class Licence {
  /** 0 removals in 59,914 posts, or fewer than 1 in so many more. */
  public static final double BENIGN_MAX = 5e-5;

  /** 0 removals in 998 cases. */
  public static final double LOOK_ALIKE_MAX = 0.003;

  private final long benignPosts;
  private final List<Removal> benignRemovals;
  private final Map<String, Long> lookAlikes;
  private final List<Removal> caseRemovals;

  /**
   * @param benignRemovals all removals among so many benign posts; none of them is right
   * @param lookAlikes how many held look-alikes were judged, by language
   * @param caseRemovals all removals among held cases, right and wrong
   */
  public Licence(
      long benignPosts,
      List<Removal> benignRemovals,
      Map<String, Long> lookAlikes,
      List<Removal> caseRemovals) {
    this.benignPosts = benignPosts;
    this.benignRemovals = List.copyOf(benignRemovals);
    this.lookAlikes = new TreeMap<>(lookAlikes);
    this.caseRemovals = List.copyOf(caseRemovals);
  }

  /** What one clause came to in one language. */
  public record Standing(
      String clause, String language, long right, Proportion lookAlikes, Proportion benign) {
    /** Why no surface is licensed; empty when some may be. */
    public String refusal() {
      if (right == 0) return "it removed nothing rightly";
      if (benign.upperBound() > BENIGN_MAX)
        return "on benign posts its bound is %.1f in 100,000".formatted(benign.upperBound() * 1e5);
      if (lookAlikes.upperBound() > LOOK_ALIKE_MAX)
        return "on look-alikes its bound is %.2f %%".formatted(lookAlikes.upperBound() * 100);
      return "";
    }
  }

  /** How each clause that may remove stands in each language with look-alikes. */
  public List<Standing> standings(List<Clause> clauses) {
    var standings = new ArrayList<Standing>();
    for (Clause clause : clauses) {
      if (surfaces(clause).isEmpty()) continue;
      lookAlikes.forEach((language, n) -> standings.add(standing(clause.id(), language, n)));
    }
    return standings;
  }

  private Standing standing(String clause, String language, long n) {
    List<Removal> own = caseRemovals.stream().filter(of(clause, language)).toList();
    long right = own.stream().filter(Removal::isRight).count();
    long wrong = own.size() - right;
    long benign = benignRemovals.stream().filter(r -> r.clauses().contains(clause)).count();
    return new Standing(
        clause, language, right, new Proportion(wrong, n), new Proportion(benign, benignPosts));
  }

  /** All that the evidence supports, by clause, language and surface. */
  public List<Grant> grants(List<Clause> clauses) {
    var grants = new ArrayList<Grant>();
    for (Clause clause : clauses) {
      for (Standing standing : standings(List.of(clause))) {
        if (!standing.refusal().isEmpty()) continue;
        for (Surface surface : surfaces(clause)) {
          if (!hasWrongRemoval(clause.id(), standing.language(), surface))
            grants.add(
                new Grant(
                    clause.id(),
                    standing.language(),
                    surface,
                    standing.lookAlikes(),
                    standing.benign()));
        }
      }
    }
    return grants;
  }

  private boolean hasWrongRemoval(String clause, String language, Surface surface) {
    return caseRemovals.stream()
            .filter(of(clause, language))
            .anyMatch(removal -> !removal.isRight() && removal.surface() == surface)
        || benignRemovals.stream()
            .filter(of(clause, language))
            .anyMatch(removal -> removal.surface() == surface);
  }

  private static Predicate<Removal> of(String clause, String language) {
    return removal -> removal.clauses().contains(clause) && removal.language().equals(language);
  }

  /** Where a clause orders removal; searches are never removed from, only limited. */
  private static List<Surface> surfaces(Clause clause) {
    return List.of(Surface.values()).stream()
        .filter(surface -> surface != Surface.SEARCH)
        .filter(surface -> clause.outcome().on(surface) == Outcome.REMOVE)
        .toList();
  }
}
