package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Period;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Stance;
import org.breakwater.server.Json;
import org.breakwater.server.enforcement.Ordering;
import org.breakwater.server.help.CurrentHelp;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.Confirmation;
import org.breakwater.store.decision.Dossier;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Strikes;

/**
 * What a ruling counts against the author. Only a removal, of what a clause prohibits, where the
 * author is recorded; and nothing where the post may also be asking, telling or fleeing.
 */
final class Confirmations {
  /** How long it counts where the clause counts no strike. */
  private static final Period WITHOUT_STRIKE = Period.ofDays(365);

  private final CurrentHelp help;
  private final LogSecrets secrets;

  Confirmations(CurrentHelp help, LogSecrets secrets) {
    this.help = help;
    this.secrets = secrets;
  }

  Confirmation of(Dossier dossier, String outcome) {
    if (!dossier.isKept() || !outcome.equals(Act.REMOVE)) return new Confirmation.Nothing();
    return dossier
        .recorded()
        .filter(kept -> !kept.author().isEmpty())
        .flatMap(kept -> of(dossier.policies(), Json.tree(kept.sent()), kept.author()))
        .orElseGet(Confirmation.Nothing::new);
  }

  private Optional<Confirmation> of(String policies, JsonNode sent, String author) {
    if (words(sent.path("labels")).stream().anyMatch(Confirmations::isNoRecord))
      return Optional.empty();
    Set<String> held = words(sent.path("clauses"));
    String label = sent.path("label").asText();
    return help.under(policies)
        .flatMap(
            then ->
                then.version().clauses().stream()
                    .filter(clause -> held.contains(clause.id()))
                    .filter(clause -> clause.stance() == Stance.PROHIBITED)
                    .filter(clause -> clause.label().word().equals(label))
                    .max(Comparator.comparingInt(Clause::severity).thenComparing(Clause::id)))
        .map(clause -> violation(clause, author));
  }

  private Confirmation violation(Clause clause, String author) {
    Clause.Strikes strikes = clause.strikes();
    return new Confirmation.Violation(
        Strikes.author(secrets, author),
        clause.severity(),
        strikes.count(),
        strikes.count() > 0 ? strikes.expires() : WITHOUT_STRIKE,
        clause.actions().contains(Action.DISABLE_ACCOUNT) ? Ordering.people(clause.severity()) : 0);
  }

  private static boolean isNoRecord(String label) {
    return Label.named(label).map(Label::isNoRecord).orElse(true);
  }

  private static Set<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }
}
