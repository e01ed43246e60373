package org.breakwater.engine.policy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.engine.content.Surface;

/**
 * One rule of a policy: what it describes, how it is recognised, and what follows.
 *
 * @param id dotted lower-case name, unique in the version, for example {@code smuggling.offer}
 * @param title one line for people, by language; always has {@code en}
 * @param severity 1 to 5; 5 is irremediable harm
 * @param when the clause holds when this is true
 * @param certain a machine may act alone when this is true, else a person reviews; the constant
 *     false where the version states none
 * @param outcome what follows on each surface
 * @param actions ordered when the clause's outcome stands, in the order of the policy
 * @param durations how long an action lasts where it differs from the enforcement table
 * @param strikes what a confirmed violation adds to the author's history
 * @param right the right a protected clause protects, with its legal source; empty otherwise
 * @param holdHidden hidden while it waits for review; only at severity 5
 * @param rationale one paragraph for the public page
 */
public record Clause(
    String id,
    Map<String, String> title,
    Label label,
    Stance stance,
    int severity,
    Condition when,
    Condition certain,
    SurfaceOutcomes outcome,
    List<Action> actions,
    Map<Action, Period> durations,
    Strikes strikes,
    String right,
    boolean holdHidden,
    String rationale,
    List<Source> source,
    Examples examples) {

  public Clause {
    if (severity < 1 || severity > 5)
      throw new IllegalArgumentException("severity must lie in 1..5: " + severity);
    title = Map.copyOf(title);
    actions = List.copyOf(actions);
    durations = Map.copyOf(durations);
    source = List.copyOf(source);
  }

  /** The title in that language, else in English. */
  public String titleIn(String language) {
    return Optional.ofNullable(title.get(language)).orElseGet(() -> title.getOrDefault("en", id));
  }

  /** One outcome for every surface, with exceptions. */
  public record SurfaceOutcomes(Outcome otherwise, Map<Surface, Outcome> exceptions) {
    public SurfaceOutcomes {
      exceptions = Map.copyOf(exceptions);
    }

    public Outcome on(Surface surface) {
      return exceptions.getOrDefault(surface, otherwise);
    }
  }

  /**
   * Violations counted against an author once a person has confirmed them.
   *
   * @param count 0 where the clause adds none
   * @param expires how long they count; zero where count is 0
   */
  public record Strikes(int count, Period expires) {
    public static final Strikes NONE = new Strikes(0, Period.ZERO);
  }

  /** Where a clause comes from. */
  public record Source(String cite, LocalDate date, Grade grade) {
    public enum Grade {
      PRIMARY,
      SECONDARY,
      /** The text is our reading. */
      INFERRED
    }
  }

  /**
   * Short texts by language: those for which the clause must hold, and near ones for which it must
   * not.
   */
  public record Examples(Map<String, List<String>> holds, Map<String, List<String>> near) {
    public Examples {
      holds = Map.copyOf(holds);
      near = Map.copyOf(near);
    }
  }
}
