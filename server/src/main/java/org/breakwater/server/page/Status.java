package org.breakwater.server.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.breakwater.server.http.Volumes;
import org.breakwater.server.publication.Publication;
import org.breakwater.server.publication.Timeline;
import org.breakwater.store.webhook.Backlog;

/**
 * How the server is doing.
 *
 * @param health empty when decisions can be logged
 * @param checkpoint the newest signed note
 * @param stopped why nothing is decided, though it could be logged; empty when it is
 * @param pending none or one
 * @param periods newest first
 */
record Status(
    String policy,
    String hash,
    String since,
    String health,
    String checkpoint,
    String logKey,
    String stopped,
    List<Publication> pending,
    List<Timeline.Period> periods,
    List<Breaker> breakers,
    Webhooks webhooks,
    List<Plot> plots) {
  private static final int BAR_HEIGHT = 28;
  private static final Duration LATE = Duration.ofHours(1);

  /**
   * How the platform is told.
   *
   * @param line how much has not arrived
   * @param fault what a person has to see to; empty when there is nothing
   */
  record Webhooks(String line, String fault) {
    static Webhooks of(Backlog backlog) {
      String line =
          "%d active endpoints; on their way: %s; dead letters: %s; waiting for an endpoint: %s"
              .formatted(
                  backlog.active(),
                  figure(backlog.pending()),
                  figure(backlog.dead()),
                  figure(backlog.unaddressed()));
      return new Webhooks(line, fault(backlog));
    }

    private static String figure(long count) {
      if (count == 0) return "none";
      return count < Volumes.SHOWN_MIN ? "under " + Volumes.SHOWN_MIN : Long.toString(count);
    }

    private static String fault(Backlog backlog) {
      if (backlog.disabled() > 0) return "An endpoint is disabled; `bw webhooks list` says why.";
      return backlog.oldest().compareTo(LATE) > 0
          ? "A message has been on its way for more than an hour; see `bw webhooks log`."
          : "";
    }
  }

  /** A circuit breaker that is open: people decide what a machine would remove. */
  record Breaker(String clause, String lang, String reason, String since) {}

  /**
   * Bars below each other.
   *
   * @param title above it
   * @param note below the title
   */
  record Plot(String title, String note, List<Bar> bars) {
    Plot {
      bars = List.copyOf(bars);
    }

    static Plot of(String title, String note, Map<String, Long> counts) {
      Map<String, OptionalLong> shown = new LinkedHashMap<>();
      counts.forEach(
          (name, count) ->
              shown.put(
                  name, count < Volumes.SHOWN_MIN ? OptionalLong.empty() : OptionalLong.of(count)));
      return of(title, note, shown, "under " + Volumes.SHOWN_MIN);
    }

    /** Of figures some of which are withheld. */
    static Plot ofShown(String title, String note, Map<String, OptionalLong> counts) {
      return of(title, note, counts, "not shown");
    }

    /** What is not shown has no length either. */
    private static Plot of(
        String title, String note, Map<String, OptionalLong> counts, String withheld) {
      long most = counts.values().stream().mapToLong(each -> each.orElse(1)).max().orElse(1);
      List<Bar> bars = new ArrayList<>();
      counts.forEach(
          (name, count) -> {
            String figure = count.isPresent() ? Long.toString(count.getAsLong()) : withheld;
            int width = (int) (100 * count.orElse(0) / most);
            bars.add(new Bar(name, figure, bars.size() * BAR_HEIGHT, width));
          });
      return new Plot(title, note, bars);
    }

    public int height() {
      return bars.size() * BAR_HEIGHT;
    }
  }

  /**
   * One bar of a plot.
   *
   * @param figure as it is shown; figures below 11 are not
   * @param y of its upper edge
   * @param width from 0 to 100
   */
  record Bar(String name, String figure, int y, int width) {
    public int textY() {
      return y + 15;
    }
  }
}
