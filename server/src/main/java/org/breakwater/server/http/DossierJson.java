package org.breakwater.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.store.decision.Advertiser;
import org.breakwater.store.decision.Dossier;
import org.breakwater.store.decision.Receipt;
import org.breakwater.store.decision.Ruling;

/** What somebody may see of a decision, as JSON. */
final class DossierJson {
  private DossierJson() {}

  /** Everything that is kept and that this caller may see. */
  static String text(Dossier dossier, Receipt receipt, Caller caller) {
    Map<String, Object> members = compact(dossier);
    dossier.recorded().ifPresent(kept -> recorded(members, dossier, kept, caller));
    members.put("receipt", Json.tree(ReceiptJson.text(receipt)));
    return Json.text(members);
  }

  /** For a list: where it stands and what came of it. */
  static Map<String, Object> compact(Dossier dossier) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("decision", dossier.place().decision().toString());
    members.put("outcome", dossier.outcome());
    members.put("policies", Json.tree(dossier.policies()));
    members.put("batch", dossier.place().batch());
    members.put("position", dossier.place().position());
    return members;
  }

  private static void recorded(
      Map<String, Object> members, Dossier dossier, Dossier.Recorded kept, Caller caller) {
    members.put("revision", dossier.revision());
    if (Redaction.SENT.isSeenBy(caller)) members.put("sent", Json.tree(kept.sent()));
    if (Redaction.TEXT.isSeenBy(caller)) members.put("text", kept.text());
    if (Redaction.AUTHOR.isSeenBy(caller))
      members.put("author", kept.author().isEmpty() ? Json.NULL : kept.author());
    // What they are, not who: it says nothing of anybody.
    kept.advertiser().ifPresent(by -> members.put("advertiser", advertiser(by)));
    if (Redaction.EXPLANATION.isSeenBy(caller))
      members.put("explanation", Json.tree(kept.explanation()));
    members.put("rulings", dossier.rulings().stream().map(each -> ruling(each, caller)).toList());
    members.put("timeline", timeline(dossier, kept));
  }

  static Map<String, Object> advertiser(Advertiser by) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("kind", by.kind());
    members.put("verified", by.isVerified());
    return members;
  }

  static Map<String, Object> ruling(Ruling ruling, Caller caller) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("ruling", ruling.ruling().toString());
    members.put("decision", ruling.decision().toString());
    members.put("outcome", ruling.outcome());
    if (Redaction.RULED_WHY.isSeenBy(caller)) members.put("reason", ruling.reason());
    if (Redaction.RULED_BY.isSeenBy(caller)) members.put("by", ruling.by());
    members.put("at", ruling.at().toString());
    return members;
  }

  private static List<Object> timeline(Dossier dossier, Dossier.Recorded kept) {
    List<Object> timeline = new ArrayList<>();
    timeline.add(moment(dossier.decidedAt().toString(), "decided"));
    dossier.rulings().forEach(each -> timeline.add(moment(each.at().toString(), "ruled")));
    timeline.add(moment(kept.expiresOn().toString(), "forgotten"));
    return timeline;
  }

  private static Map<String, Object> moment(String at, String what) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("at", at);
    members.put("what", what);
    return members;
  }
}
