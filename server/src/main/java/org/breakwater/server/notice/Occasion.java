package org.breakwater.server.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.casework.notice.Circumstances.Found;
import org.breakwater.engine.content.Surface;
import org.breakwater.server.Json;
import org.breakwater.store.decision.Dossier;

/**
 * Where a content stood and how it was noticed, as far as the explanation of its decision says. Of
 * what leaves no record there is no explanation, and only the platform can say it.
 *
 * @param surface empty where it is not known here
 * @param isReported whether the event said that somebody in the conversation reported it
 */
record Occasion(Optional<Surface> surface, boolean isReported) {
  private static final Occasion UNKNOWN = new Occasion(Optional.empty(), false);

  static Occasion of(Dossier dossier) {
    return dossier
        .recorded()
        .flatMap(kept -> Json.object(kept.explanation().getBytes(UTF_8)))
        .map(explanation -> of(explanation.path("observed").path(0).path("signals")))
        .orElse(UNKNOWN);
  }

  private static Occasion of(JsonNode signals) {
    Optional<Surface> surface = Surface.named(value(signals, "surface").asText());
    // A private message is judged only where it was reported; then this signal is true.
    boolean isReported =
        surface.filter(Surface.MESSAGE::equals).isPresent()
            && value(signals, "message.scope").asBoolean();
    return new Occasion(surface, isReported);
  }

  private static JsonNode value(JsonNode signals, String name) {
    for (JsonNode each : signals)
      if (each.path("signal").asText().equals(name)) return each.path("value");
    return Json.NULL;
  }

  /** What of a request contradicts it, each as {@code member: reason}. */
  List<String> contradictions(NoticeRequest request) {
    List<String> faults = new ArrayList<>();
    surface
        .filter(known -> request.surface().filter(stated -> stated != known).isPresent())
        .ifPresent(
            known ->
                faults.add(
                    "surface: was `%s` when it was decided; leave it out".formatted(known.word())));
    if (isReported && request.found().filter(Found.MACHINE::equals).isPresent())
      faults.add("found: the event said that somebody reported it; leave it out");
    return faults;
  }

  /** Whether it is an ad, by what is known here, else by what is said. */
  boolean isAd(NoticeRequest request) {
    return surface.or(request::surface).filter(Surface.AD::equals).isPresent();
  }

  /** Who noticed it, by what is known here, else by what is said, else a machine. */
  Found found(NoticeRequest request) {
    return isReported ? Found.REPORT : request.found().orElse(Found.MACHINE);
  }
}
