package org.breakwater.engine.policy;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.engine.policy.Condition.Atom;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.SignalCatalog;

/**
 * The clauses of one version, made ready to be read against observations: equal atoms are one, and
 * clauses that cannot hold are not evaluated. Immutable; safe for use by many threads.
 */
public final class ClauseSet {
  private final List<Clause> clauses;
  private final Atom[] atoms;
  private final Term[] when;
  private final Term[] certain;
  private final CandidateIndex index;
  private final SignalCatalog catalog;

  private ClauseSet(List<Clause> clauses, SignalCatalog catalog) {
    var table = new AtomTable(catalog);
    List<Term> terms = new ArrayList<>();
    clauses.forEach(clause -> terms.add(table.term(clause.when())));
    this.clauses = List.copyOf(clauses);
    this.catalog = catalog;
    when = terms.toArray(Term[]::new);
    certain = clauses.stream().map(clause -> table.term(clause.certain())).toArray(Term[]::new);
    List<Atom> all = table.atoms();
    atoms = all.toArray(Atom[]::new);
    index = CandidateIndex.of(terms, all, catalog);
  }

  /**
   * Compiles clauses whose conditions test the signals of {@link SignalCatalog#STANDARD}.
   *
   * @param clauses in the order in which they shall be found
   */
  public static ClauseSet of(List<Clause> clauses) {
    return new ClauseSet(clauses, SignalCatalog.STANDARD);
  }

  /** All clauses, in the order given. */
  public List<Clause> clauses() {
    return clauses;
  }

  /** Reads one observation; nothing is evaluated until the reading is asked. */
  public Reading read(Observation observation) {
    return new Reading(this, observation);
  }

  /** Number of distinct atoms in all conditions. */
  public int atomCount() {
    return atoms.length;
  }

  Atom atom(int number) {
    return atoms[number];
  }

  Term when(int clause) {
    return when[clause];
  }

  Term certain(int clause) {
    return certain[clause];
  }

  CandidateIndex index() {
    return index;
  }

  SignalCatalog catalog() {
    return catalog;
  }
}
