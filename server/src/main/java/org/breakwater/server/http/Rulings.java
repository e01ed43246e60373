package org.breakwater.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.help.CurrentHelp;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.Dossier;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.decision.Place;
import org.breakwater.store.decision.Ruling;

/** Enters what people rule, with what it counts against the author, and has it known at once. */
public final class Rulings {
  private final Deeds deeds;
  private final Confirmations confirmations;
  private final Standing standing;
  private final Histories histories;

  public Rulings(
      Deeds deeds, CurrentHelp help, LogSecrets secrets, Standing standing, Histories histories) {
    this.deeds = deeds;
    this.confirmations = new Confirmations(help, secrets);
    this.standing = standing;
    this.histories = histories;
  }

  Ruling enter(Dossier dossier, int revision, String outcome, String reason, Caller caller) {
    Act.Ruled ruled = act(dossier, revision, outcome, reason, caller);
    Place place = deeds.enter(ruled);
    standing.refresh();
    histories.refresh();
    return new Ruling(
        place.decision(), ruled.decision(), ruled.content(), revision, outcome, reason, ruled.by());
  }

  private Act.Ruled act(
      Dossier dossier, int revision, String outcome, String reason, Caller caller) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("act", "rule");
    members.put("by", caller.name());
    members.put("decision", dossier.place().decision().toString());
    members.put("revision", revision);
    members.put("outcome", outcome);
    members.put("reason", reason);
    return new Act.Ruled(
        Json.text(members),
        dossier.place().decision(),
        dossier.content(),
        revision,
        outcome,
        reason,
        caller.name(),
        dossier.isKept(),
        confirmations.of(dossier, outcome));
  }
}
