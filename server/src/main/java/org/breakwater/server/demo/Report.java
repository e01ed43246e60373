package org.breakwater.server.demo;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.server.demo.Platform.Post;
import org.breakwater.server.demo.Platform.Shown;

/** Prints what a run came to, as the platform saw it. */
final class Report {
  private static final String SPAN = "%-11s %6s %8s %8s %8s %8s %9s %9s %7s%n";
  private static final String TRUTH = "%-30s %6s %8s %7s %8s %8s %7s%n";
  private static final String NETWORK = "%-30s %6s %8s %9s %7s%n";
  private static final String COUNT = "%-30s %6d%n";

  private final Tally tally;
  private final Platform platform;
  private final PrintStream out;
  private int printed;
  private int noted;

  Report(Tally tally, Platform platform, PrintStream out) {
    this.tally = tally;
    this.platform = platform;
    this.out = out;
  }

  void begin() {
    out.println();
    out.printf(
        SPAN,
        "days",
        "posts",
        "removed",
        "waiting",
        "hidden",
        "appeals",
        "restored",
        "searches",
        "helped");
  }

  /** What has ended until that day. */
  void until(int day) {
    for (; noted < tally.notes().size(); noted++) {
      Tally.Note note = tally.notes().get(noted);
      out.printf("%11s day %d: %s%n", "", note.day() + 1, note.what());
    }
    tally.spans().entrySet().stream()
        .skip(printed)
        .filter(each -> (each.getKey() + 1) * Tally.SPAN <= day)
        .toList()
        .forEach(each -> print(each.getKey(), (each.getKey() + 1) * Tally.SPAN, each.getValue()));
  }

  private void print(int number, int last, Tally.Span span) {
    printed++;
    out.printf(
        SPAN,
        "%d–%d".formatted(number * Tally.SPAN + 1, last),
        span.posts,
        span.removed,
        span.waiting,
        span.hiddenByPeople,
        span.appeals,
        span.restored,
        span.searches,
        span.helped);
    out.flush();
  }

  void end(int days) {
    until(days);
    tally.spans().entrySet().stream()
        .skip(printed)
        .toList()
        .forEach(each -> print(each.getKey(), days, each.getValue()));
    network();
    truths();
    out.println();
    tally.counts().forEach((what, count) -> out.printf(COUNT, what, count));
    out.printf(COUNT, "webhooks taken", platform.messages());
  }

  /** Decisions of all there was, by the language that the server said. */
  void languages() {
    out.println();
    tally.languages().forEach((lang, count) -> out.printf(COUNT, "decisions in " + lang, count));
  }

  private void network() {
    out.println();
    out.printf(NETWORK, "the network's offers", "posts", "removed", "reviewed", "missed");
    tally
        .network()
        .forEach(
            (wording, offers) ->
                out.printf(
                    NETWORK,
                    wording.words(),
                    offers.all,
                    offers.removed,
                    offers.reviewed,
                    offers.all - offers.removed - offers.reviewed));
  }

  private void truths() {
    Map<String, int[]> rows = new TreeMap<>();
    for (Post post : platform.posts().values()) {
      int[] row = rows.computeIfAbsent(post.said().truth(), _ -> new int[6]);
      row[0]++;
      if (post.shown() == Shown.VISIBLE) row[1]++;
      if (post.shown() == Shown.HIDDEN) row[2]++;
      if (post.shown() == Shown.WAITING) row[3]++;
      if (post.shown() == Shown.REFUSED) row[4]++;
      if (post.helped()) row[5]++;
    }
    out.println();
    out.printf(TRUTH, "what it is", "posts", "visible", "hidden", "waiting", "refused", "helped");
    rows.forEach(
        (truth, row) -> out.printf(TRUTH, truth, row[0], row[1], row[2], row[3], row[4], row[5]));
  }
}
