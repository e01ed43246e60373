package org.breakwater.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.casework.appeal.AppealResult;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.help.CurrentHelp;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.Appeal;
import org.breakwater.store.decision.Confirmation;
import org.breakwater.store.decision.Dossier;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Place;
import org.breakwater.store.decision.Ruling;

/** Enters what people rule, with what it counts against the author, and has it known at once. */
public final class Rulings {
  private final Deeds deeds;
  private final Confirmations confirmations;
  private final Standing standing;
  private final Pasts pasts;

  public Rulings(
      Deeds deeds, CurrentHelp help, LogSecrets secrets, Standing standing, Pasts pasts) {
    this.deeds = deeds;
    this.confirmations = new Confirmations(help, secrets);
    this.standing = standing;
    this.pasts = pasts;
  }

  /**
   * What a ruling is about.
   *
   * @param revision of the content; 0 where nothing of it is kept
   * @param isKept whether the decision's author is recorded
   * @param dossier empty where its time is over, and an appeal still says what it was
   */
  record Matter(
      UUID decision, UUID content, int revision, boolean isKept, Optional<Dossier> dossier) {
    static Matter of(Dossier dossier) {
      return new Matter(
          dossier.place().decision(),
          dossier.content(),
          dossier.revision(),
          dossier.isKept(),
          Optional.of(dossier));
    }

    Matter at(int stated) {
      return new Matter(decision, content, stated, isKept, dossier);
    }
  }

  /**
   * A ruling in the log.
   *
   * @param answered the appeal that it decides; empty for none
   */
  record Entered(Ruling ruling, Optional<Act.Answered> answered) {}

  /**
   * @param appeal that it decides; empty for none
   */
  Entered enter(
      Matter about, Optional<Appeal> appeal, String outcome, String reason, Caller caller) {
    Act.Ruled ruled = act(about, outcome, reason, caller);
    Optional<Act.Answered> answered =
        appeal.map(
            each ->
                new Act.Answered(
                    ruled,
                    each.appeal(),
                    AppealResult.of(each.isHidden(), Ruled.outcome(outcome))));
    Place place = deeds.enter(answered.<Act>map(each -> each).orElse(ruled));
    standing.refresh();
    pasts.refresh();
    return new Entered(new Ruling(place.decision(), ruled), answered);
  }

  private Act.Ruled act(Matter about, String outcome, String reason, Caller caller) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("act", "rule");
    members.put("by", caller.name());
    members.put("decision", about.decision().toString());
    members.put("revision", about.revision());
    members.put("outcome", outcome);
    members.put("reason", reason);
    Confirmation confirmation =
        about
            .dossier()
            .map(dossier -> confirmations.of(dossier, outcome))
            .orElseGet(Confirmation.Nothing::new);
    return new Act.Ruled(
        Json.text(members),
        about.decision(),
        about.content(),
        about.revision(),
        outcome,
        reason,
        caller.name(),
        about.isKept(),
        confirmation);
  }
}
