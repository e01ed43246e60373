package org.breakwater.server.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.breakwater.casework.appeal.AppealClock;
import org.breakwater.casework.notice.Circumstances;
import org.breakwater.casework.notice.Judged;
import org.breakwater.casework.notice.StatementOfReasons;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.server.Json;
import org.breakwater.server.Problem;
import org.breakwater.server.help.CurrentHelp;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.action.Actions;
import org.breakwater.store.decision.Appeals;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.Dossier;
import org.breakwater.store.decision.Dossiers;
import org.breakwater.store.decision.Receipt;
import org.breakwater.store.decision.Ruling;
import org.breakwater.store.time.Time;

/** Makes statements of reasons of decisions in the log. Safe for use by many threads. */
public final class Notices {
  private final Dossiers dossiers;
  private final DecisionLog log;
  private final CurrentHelp help;
  private final Rules rules;
  private final Appeals appeals;
  private final Actions actions;
  private final Time time;

  public Notices(
      Dossiers dossiers,
      DecisionLog log,
      CurrentHelp help,
      Rules rules,
      Appeals appeals,
      Actions actions,
      Time time) {
    this.dossiers = dossiers;
    this.log = log;
    this.help = help;
    this.rules = rules;
    this.appeals = appeals;
    this.actions = actions;
    this.time = time;
  }

  /** What came of a request. */
  sealed interface Made {
    /**
     * A statement.
     *
     * @param token what the link will carry
     */
    record Notice(NoticeToken token, PolicyVersion version) implements Made {}

    record Refused(Problem problem) implements Made {}
  }

  /** The statement of a decision, as things stand today. */
  Made of(Dossier dossier, NoticeRequest request) {
    String kept = dossier.recorded().map(Dossier.Recorded::sent).orElse("");
    // Of what leaves no record only whoever has the answer may speak: nothing here knows the label.
    String sent = kept.isEmpty() ? request.sent() : kept;
    if (sent.isEmpty()) return refused(NoticeProblems.sentIsNeeded());
    Optional<JsonNode> read = Json.object(sent.getBytes(UTF_8));
    if (read.isEmpty() || !log.isWhatWasSent(dossier.place(), sent.getBytes(UTF_8)))
      return refused(NoticeProblems.sentDiffers());
    LocalDate on = LocalDate.ofInstant(dossier.decidedAt(), ZoneOffset.UTC);
    Judged judged = SentDecision.judged(dossier.place().decision(), on, read.get());
    int revision = read.get().path("revision").asInt(1);
    Optional<PolicyVersion> version = help.under(dossier.policies()).map(Rules.InForce::version);
    if (version.isEmpty()) return refused(NoticeProblems.rulesAreGone(judged.policy()));
    if (request.accountConfirmed() && !proposesToDisable(judged))
      return refused(NoticeProblems.noAccountAction());
    Occasion occasion = Occasion.of(dossier);
    List<String> contradictions = occasion.contradictions(request);
    if (!contradictions.isEmpty()) return refused(NoticeProblems.badNotice(contradictions));
    var circumstances =
        new Circumstances(
            occasion.isAd(request),
            occasion.found(request),
            ruled(dossier, revision).or(() -> SentDecision.ruled(read.get())),
            request.accountConfirmed() || isAccountConfirmed(dossier, judged));
    Optional<StatementOfReasons> statement =
        log.receipt(dossier.place().decision())
            .flatMap(
                receipt ->
                    StatementOfReasons.of(
                        judged,
                        version.get(),
                        circumstances,
                        AppealClock.until(time.today()),
                        proof(receipt)));
    if (statement.isEmpty()) return refused(NoticeProblems.noRestriction());
    if (appeals.isMuted(dossier.content())) return refused(NoticeProblems.notWanted());
    return new Made.Notice(
        new NoticeToken(
            statement.get(), dossier.content(), revision, dossier.isKept(), judged.passages()),
        version.get());
  }

  private boolean isAccountConfirmed(Dossier dossier, Judged judged) {
    return proposesToDisable(judged) && actions.isAccountConfirmed(dossier.place().decision());
  }

  private static boolean proposesToDisable(Judged judged) {
    return judged.actions().stream()
        .anyMatch(ordered -> ordered.action() == Action.DISABLE_ACCOUNT);
  }

  private static Made refused(Problem problem) {
    return new Made.Refused(problem);
  }

  private Optional<Outcome> ruled(Dossier dossier, int revision) {
    List<Ruling> rulings = dossiers.rulingsOn(dossier.content(), revision);
    return rulings.isEmpty() ? Optional.empty() : Outcome.named(rulings.getLast().outcome());
  }

  private static StatementOfReasons.LogProof proof(Receipt receipt) {
    // The first three lines of a checkpoint are its origin, size and root (C2SP tlog-checkpoint).
    List<String> lines = receipt.checkpoint().lines().toList();
    return new StatementOfReasons.LogProof(
        lines.get(0), Long.parseLong(lines.get(1)), lines.get(2), receipt.decision());
  }

  /** The version of that name, for the titles of its clauses; empty when it is not here. */
  Optional<PolicyVersion> version(String policy) {
    return rules.version(policy);
  }
}
