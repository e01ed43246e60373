package org.breakwater.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.server.Json;
import org.breakwater.server.access.Caller;
import org.breakwater.store.action.Action;
import org.breakwater.store.action.Finding;
import org.breakwater.store.decision.ActionState;

/** What somebody may see of an action, as JSON. */
final class ActionJson {
  private ActionJson() {}

  /** For whoever acted on one of which nothing may be shown. */
  static Map<String, Object> bare(Action action) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("action", action.action().toString());
    members.put("state", action.state().word());
    return members;
  }

  /** For a list. */
  static Map<String, Object> compact(Action action, Caller caller) {
    Map<String, Object> members = bare(action);
    members.put("decision", action.decision().toString());
    members.put("word", action.word());
    members.put("scope", action.scope());
    members.put("duration", action.duration().isEmpty() ? Json.NULL : action.duration());
    if (Redaction.SENT.isSeenBy(caller)) {
      members.put("content", action.content());
      members.put("revision", action.revision());
    }
    members.put("clause", action.clause().isEmpty() ? Json.NULL : action.clause());
    members.put("confirmations", confirmations(action));
    if (!action.stage().isEmpty()) members.put("stage", action.stage());
    action.due().ifPresent(due -> members.put("dueAt", due.toString()));
    action.expiry().ifPresent(end -> members.put("expiresAt", end.toString()));
    if (!action.undo().isEmpty()) members.put("undo", action.undo());
    if (action.undoes() != null) members.put("undoes", action.undoes().toString());
    return members;
  }

  private static Map<String, Object> confirmations(Action action) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("needed", action.needed());
    members.put("given", action.confirmed());
    members.put("held", action.isHeld());
    return members;
  }

  /** With its timeline, and what was found about the account where the caller may see that. */
  static Map<String, Object> whole(Action action, List<Finding> findings, Caller caller) {
    Map<String, Object> members = compact(action, caller);
    members.put("timeline", timeline(action, caller));
    if (Redaction.FOUND.isSeenBy(caller))
      members.put("checks", findings.stream().map(ActionJson::finding).toList());
    return members;
  }

  private static List<Object> timeline(Action action, Caller caller) {
    List<Object> timeline = new ArrayList<>();
    boolean proposed = action.needed() > 0;
    ActionState first = proposed ? ActionState.PLANNED : ActionState.CONFIRMED;
    timeline.add(step(action.plannedAt().toString(), first.word()));
    for (Action.Step step : action.steps()) {
      Map<String, Object> moment = step(step.at().toString(), step.state());
      if (Redaction.RULED_BY.isSeenBy(caller)) moment.put("by", step.by());
      if (Redaction.RULED_WHY.isSeenBy(caller) && !step.why().isEmpty())
        moment.put("why", step.why());
      timeline.add(moment);
    }
    return timeline;
  }

  private static Map<String, Object> step(String at, String state) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("at", at);
    members.put("state", state);
    return members;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("by", finding.person());
    members.put("confirms", finding.confirms());
    members.put("victim", finding.victim());
    members.put("coercion", finding.coercion());
    members.put("compromise", finding.compromise());
    members.put("notes", finding.notes());
    members.put("reason", finding.reason());
    members.put("at", finding.at().toString());
    return members;
  }
}
