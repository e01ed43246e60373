package org.breakwater.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.policy.text.ClauseChange;
import org.breakwater.server.Json;
import org.breakwater.server.publication.Publication;
import org.breakwater.server.publication.Publishing;
import org.breakwater.store.decision.PublicationStep;

/** A publication for those who decide on it. */
final class PublicationJson {
  private PublicationJson() {}

  static String text(Publication publication, Publishing publishing) {
    PublicationStep proposal = publication.proposal();
    Publication.State state = publishing.state(publication);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("publication", publication.name().toString());
    members.put("state", state.word());
    members.put("policy", proposal.policy());
    members.put("pack", proposal.pack());
    members.put("reason", proposal.reason());
    members.put("proposedBy", proposal.by());
    members.put("proposedAt", proposal.at().toString());
    members.put("expiresAt", String.valueOf(proposal.expiresAt()));
    for (PublicationStep end : publication.end()) members.put("end", end(end));
    // What would change: once it is in force, it has.
    if (state == Publication.State.PENDING)
      publishing
          .difference(publication)
          .ifPresent(
              difference -> {
                members.put("inForce", publishing.rules().inForce().version().name());
                members.put("changes", changes(difference.clauses()));
                members.put("otherParts", difference.otherParts());
              });
    return Json.text(members);
  }

  private static Map<String, Object> end(PublicationStep end) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("step", end.kind().word());
    members.put("by", end.by());
    members.put("at", end.at().toString());
    if (!end.reason().isEmpty()) members.put("reason", end.reason());
    return members;
  }

  /** As {@code bw policy diff --json} has them. */
  private static List<Object> changes(List<ClauseChange> changes) {
    return changes.stream().<Object>map(PublicationJson::change).toList();
  }

  private static Map<String, Object> change(ClauseChange change) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("clause", change.clause());
    members.put("title", change.title());
    members.put("kind", change.kind());
    members.put("parts", change.parts().stream().map(PublicationJson::part).toList());
    return members;
  }

  private static Map<String, Object> part(ClauseChange.Part part) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", part.name());
    members.put("before", part.before());
    members.put("after", part.after());
    return members;
  }
}
