package org.breakwater.casework.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.casework.notice.Circumstances.Decided;
import org.breakwater.casework.notice.Circumstances.Found;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Stance;

/**
 * Why something was restricted, with every part that DSA Art. 17(3) asks for: (a) {@code
 * restrictions} with scope and time, (b) {@code found} and {@code marks}, (c) {@code found} and
 * {@code decided}, (d) and (e) {@code ground}, which is always contractual, (f) {@code appealUntil}
 * beside dispute settlement and courts, which are always open. It holds no author and no words.
 *
 * @param on the day of the decision
 * @param restrictions the strongest first; never empty
 * @param marks how many passages of the words led to it
 * @param lang of the content, primary subtag or {@code und}
 * @param appealUntil last day of the window
 */
public record StatementOfReasons(
    UUID decision,
    LocalDate on,
    List<Restricted> restrictions,
    Ground ground,
    Found found,
    Decided decided,
    int marks,
    String lang,
    LocalDate appealUntil,
    LogProof proof) {

  public StatementOfReasons {
    restrictions = List.copyOf(restrictions);
    if (restrictions.isEmpty()) throw new IllegalArgumentException("nothing is restricted");
  }

  /**
   * What the log says of the decision.
   *
   * @param origin the log's name
   * @param size entries that the checkpoint signs
   * @param root in base64
   * @param receipt the name of the receipt
   */
  public record LogProof(String origin, long size, String root, UUID receipt) {}

  /**
   * The statement; empty where nothing is restricted, so that nobody is told anything: content that
   * stays, also with resources, and searches, of which there are counts only.
   */
  public static Optional<StatementOfReasons> of(
      Judged judged,
      PolicyVersion version,
      Circumstances circumstances,
      LocalDate appealUntil,
      LogProof proof) {
    List<Restricted> restrictions = restrictions(judged, circumstances);
    if (restrictions.isEmpty()) return Optional.empty();
    return Optional.of(
        new StatementOfReasons(
            judged.decision(),
            judged.on(),
            restrictions,
            ground(judged, version),
            circumstances.found(),
            circumstances.decided(),
            judged.passages().size(),
            judged.lang(),
            appealUntil,
            proof));
  }

  private static List<Restricted> restrictions(Judged judged, Circumstances circumstances) {
    if (judged.orders(Action.LIMIT_SEARCH) || judged.orders(Action.SHOW_INTERSTITIAL))
      return List.of();
    Outcome outcome = circumstances.ruled().orElse(judged.outcome());
    boolean ad = circumstances.ad() || judged.orders(Action.REFUSE_AD);
    List<Restricted> found = new ArrayList<>();
    switch (outcome) {
      case ALLOW, ALLOW_WITH_RESOURCES -> {
        return List.of();
      }
      case REMOVE -> add(found, ad ? Restriction.AD_REFUSED : Restriction.REMOVED);
      case REVIEW -> add(found, waiting(judged, ad));
      case ESCALATE -> add(found, ad ? Restriction.AD_WAITING : Restriction.LIMITED);
    }
    if (judged.orders(Action.LIMIT_REPLIES))
      found.add(new Restricted(Restriction.REPLIES_LIMITED, judged.days(Action.LIMIT_REPLIES)));
    if (judged.orders(Action.MASK_CONTACTS)) add(found, Restriction.CONTACTS_MASKED);
    if (judged.orders(Action.DISABLE_ACCOUNT))
      add(
          found,
          circumstances.accountConfirmed()
              ? Restriction.ACCOUNT_DISABLED
              : Restriction.ACCOUNT_PROPOSED);
    found.sort(Comparator.comparing(Restricted::restriction));
    return found;
  }

  private static Restriction waiting(Judged judged, boolean ad) {
    if (ad) return Restriction.AD_WAITING;
    return judged.orders(Action.REMOVE_CONTENT) ? Restriction.HIDDEN : Restriction.LIMITED;
  }

  private static void add(List<Restricted> found, Restriction restriction) {
    found.add(new Restricted(restriction, 0));
  }

  /** The clause that decided has the decision's label; of several, the one with its outcome. */
  private static Ground ground(Judged judged, PolicyVersion version) {
    Comparator<Clause> best =
        Comparator.comparing((Clause clause) -> clause.outcome().otherwise() != judged.outcome())
            .thenComparing(Clause::severity, Comparator.reverseOrder())
            .thenComparing(Clause::id);
    Optional<Clause> decided =
        judged.clauses().stream()
            .flatMap(id -> version.clause(id).stream())
            .filter(clause -> clause.label() == judged.label())
            .min(best);
    boolean victim =
        judged.label().family() == Label.Family.EXTORTION
            && decided.filter(clause -> clause.stance() != Stance.PROHIBITED).isPresent();
    return new Ground(
        judged.policy(),
        decided.map(Clause::id).orElse(""),
        judged.label(),
        judged.label().isNoRecord() || victim);
  }

  /** The strongest restriction. */
  public Restriction leading() {
    return restrictions.getFirst().restriction();
  }

  /** Whether nobody but its author sees the content. */
  public boolean hides() {
    return restrictions.stream().anyMatch(each -> each.restriction().hides());
  }

  /**
   * The same after a person ruled that the content is to be hidden, for whoever was told before
   * that a person would look at it.
   */
  public StatementOfReasons removedByAPerson() {
    if (decided == Decided.PERSON && hides()) return this;
    boolean ad = restrictions.stream().anyMatch(each -> each.restriction().isOfAds());
    List<Restricted> now = new ArrayList<>();
    add(now, ad ? Restriction.AD_REFUSED : Restriction.REMOVED);
    restrictions.stream()
        .filter(each -> !each.restriction().hides() && each.restriction() != Restriction.LIMITED)
        .forEach(now::add);
    now.sort(Comparator.comparing(Restricted::restriction));
    return new StatementOfReasons(
        decision, on, now, ground, found, Decided.PERSON, marks, lang, appealUntil, proof);
  }
}
