package org.breakwater.engine.decision;

import java.util.List;
import java.util.Locale;
import org.breakwater.engine.decision.Ruling.Settled;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.signal.Truth;
import org.breakwater.engine.text.Span;

/**
 * What one clause said about one event and what became of it, for people who ask why.
 *
 * @param policy such as {@code human-exploitation@2021-11}
 * @param when whether the clause holds
 * @param certain whether a machine could act on it alone
 * @param whenTests every test of {@code when}, once, in the order of its text
 * @param certainTests likewise of {@code certain}
 * @param why why it decided or did not; lower case, no full stop
 */
public record Opinion(
    String policy,
    Clause clause,
    Truth when,
    Truth certain,
    List<Test> whenTests,
    List<Test> certainTests,
    Standing standing,
    String why) {

  public Opinion {
    whenTests = List.copyOf(whenTests);
    certainTests = List.copyOf(certainTests);
  }

  /** What part a clause had in a decision. */
  public enum Standing {
    /** Its outcome and label are the decision's. */
    DECIDES,
    /** It holds, and another clause ranks above it. */
    HOLDS,
    /** It only may hold, and its unknown signals speak for a person to look. */
    MAY_HOLD,
    /** It is unknown, and nothing follows from that. */
    UNKNOWN,
    DOES_NOT_HOLD;

    /** The lower-case word used in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One test of one signal.
   *
   * @param text as a condition would write it, such as {@code price.amount >= 100.0}
   * @param seen where the words are that made it true; empty where it is not
   */
  public record Test(String signal, String text, Truth truth, List<Span> seen) {
    public Test {
      seen = List.copyOf(seen);
    }
  }

  /** The lower-case word for a truth value. */
  public static String word(Truth truth) {
    return truth.name().toLowerCase(Locale.ROOT);
  }

  static Opinion of(
      PolicyVersion policy, Clause clause, Grounds grounds, List<Claim> claims, Ruling ruling) {
    Truth when = grounds.truth(clause.when());
    Standing standing = standing(policy, clause, when, claims, ruling);
    return new Opinion(
        policy.name(),
        clause,
        when,
        grounds.truth(clause.certain()),
        grounds.tests(clause.when()),
        grounds.tests(clause.certain()),
        standing,
        why(standing, clause, grounds, ruling));
  }

  private static Standing standing(
      PolicyVersion policy, Clause clause, Truth when, List<Claim> claims, Ruling ruling) {
    if (ruling instanceof Settled(_, var by, _) && by.isOf(policy, clause)) return Standing.DECIDES;
    boolean claimed = claims.stream().anyMatch(claim -> claim.isOf(policy, clause));
    return switch (when) {
      case TRUE -> Standing.HOLDS;
      case UNKNOWN -> claimed ? Standing.MAY_HOLD : Standing.UNKNOWN;
      case FALSE -> Standing.DOES_NOT_HOLD;
    };
  }

  private static String why(Standing standing, Clause clause, Grounds grounds, Ruling ruling) {
    String because = String.join(", ", grounds.because(clause.when()));
    return switch (standing) {
      case DECIDES -> decides(ruling);
      case HOLDS -> "holds, because " + because + "; " + outranked(clause, ruling);
      case MAY_HOLD -> "may hold, because " + because + "; " + outranked(clause, ruling);
      case UNKNOWN -> "is unknown, because " + because + ", and nothing follows from that";
      case DOES_NOT_HOLD -> "does not hold, because " + because;
    };
  }

  private static String decides(Ruling ruling) {
    Outcome outcome = ruling.outcome();
    Restraint restraint = ruling instanceof Settled(_, _, var found) ? found : Restraint.NONE;
    return restraint == Restraint.NONE
        ? "decides: " + outcome.word()
        : "decides: %s, because %s".formatted(outcome.word(), restraint.words());
  }

  private static String outranked(Clause clause, Ruling ruling) {
    return switch (ruling) {
      case Ruling.Silent _ -> "nothing decides";
      case Settled(_, var by, _) ->
          "`%s` ranks above it (severity %d, this one %d)"
              .formatted(by.clause().id(), by.clause().severity(), clause.severity());
    };
  }
}
