package org.breakwater.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;
import org.breakwater.server.Json;
import org.breakwater.server.help.Arm;
import org.breakwater.server.help.Event;
import org.breakwater.server.help.MeasuredHelp;
import org.breakwater.server.help.Topic;

/**
 * Whether a search's interstitial is held back by a trial. Never where anything but asking or
 * asylum is seen in the query, nor where a minor is concerned.
 */
final class Holding {
  private static final Set<String> ASKING =
      Set.of(Label.SOLICIT.word(), Label.INFO_REQUEST.word(), Label.CROSSING_INFO.word());

  private final MeasuredHelp measured;
  private final Decisions decisions;

  Holding(MeasuredHelp measured, Decisions decisions) {
    this.measured = measured;
    this.decisions = decisions;
  }

  /**
   * The arm of a session, counted as an impression; none where nothing is tried on it.
   *
   * @param json the decision as it is sent
   */
  Arm of(ContentEvent search, String json, String session) {
    if (session.isEmpty()) return Arm.NONE;
    JsonNode decision = Json.tree(json);
    Optional<Topic> topic = topic(decision);
    if (topic.isEmpty() || !showsHelp(decision)) return Arm.NONE;
    Arm arm = measured.arm(topic.get(), session);
    if (arm == Arm.NONE || decisions.concernsMinor(search)) return Arm.NONE;
    measured.count(topic.get(), decision.path("lang").asText(), Event.IMPRESSION, session);
    return arm;
  }

  /** What all labels are about; empty where one of them is about something else. */
  private static Optional<Topic> topic(JsonNode decision) {
    boolean asks = true;
    boolean asylum = true;
    for (JsonNode label : decision.path("labels")) {
      asks &= ASKING.contains(label.asText());
      asylum &= label.asText().equals(Label.ASYLUM_SAFETY.word());
    }
    if (decision.path("labels").isEmpty() || (!asks && !asylum)) return Optional.empty();
    return Optional.of(asks ? Topic.ASKING : Topic.ASYLUM);
  }

  private static boolean showsHelp(JsonNode decision) {
    return StreamSupport.stream(decision.path("actions").spliterator(), false)
        .anyMatch(each -> each.path("action").asText().equals(Action.SHOW_INTERSTITIAL.word()));
  }
}
