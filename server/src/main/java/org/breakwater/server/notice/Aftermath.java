package org.breakwater.server.notice;

import java.util.List;
import org.breakwater.casework.appeal.AppealResult;
import org.breakwater.casework.notice.StatementOfReasons;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.store.decision.Dossiers;
import org.breakwater.store.decision.Ruling;

/**
 * What became of a restriction since its notice was made.
 *
 * @param statement as it holds now
 * @param rulings on the content at its revision, oldest first
 */
record Aftermath(StatementOfReasons statement, List<Ruling> rulings, boolean isLifted) {

  static Aftermath of(NoticeToken token, Dossiers dossiers) {
    List<Ruling> rulings = dossiers.rulingsOn(token.content(), token.revision());
    StatementOfReasons told = token.statement();
    if (rulings.isEmpty()) return new Aftermath(told, rulings, false);
    Outcome outcome = Outcome.named(rulings.getLast().outcome()).orElse(Outcome.REMOVE);
    boolean lifted = AppealResult.of(told.hides(), outcome) == AppealResult.OVERTURNED;
    return new Aftermath(
        outcome == Outcome.REMOVE ? told.removedByAPerson() : told, rulings, lifted);
  }
}
