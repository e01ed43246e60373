package org.breakwater.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run decided, counted.
 *
 * @param seconds how long it took
 */
record Summary(Tally tally, Policies policies, double seconds) {
  private static final String ASSUMED =
      "as if every removal were licensed (--assume-licensed): for study, not for service";

  /** How often a word was met, and in what part of all posts. */
  private record Share(long n, double share) {}

  /** For people. */
  String print(int columns) {
    var text = new StringBuilder();
    text.append("policy   ").append(String.join(", ", policies.names())).append('\n');
    if (policies.assumeLicensed()) text.append("decided  ").append(ASSUMED).append('\n');
    text.append("posts    ").append(count(tally.decided())).append(" decided, ");
    text.append(count(tally.refused())).append(" refused\n");
    text.append("ignored  ").append(count(ignored())).append(" unknown members\n");
    text.append("rate     ").append(count(rate())).append(" posts/s\n");
    tally.sections().forEach((name, entries) -> section(name, entries, columns, text));
    return text.toString();
  }

  private void section(
      String name, List<Map.Entry<String, Long>> entries, int columns, StringBuilder text) {
    if (entries.isEmpty()) return;
    var table = new Table(name, "n", "share");
    entries.forEach(
        entry -> table.row(entry.getKey(), count(entry.getValue()), percent(entry.getValue())));
    text.append('\n').append(table.print(columns));
  }

  /** One JSON object. */
  String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("policies", policies.names());
    members.put("assumeLicensed", policies.assumeLicensed());
    members.put("n", tally.decided());
    members.put("refused", tally.refused());
    members.put("ignoredMembers", tally.ignoredMembers());
    members.put("postsPerSecond", rate());
    tally.sections().forEach((name, entries) -> members.put(name, counts(entries)));
    return Json.line(members);
  }

  private Map<String, Object> counts(List<Map.Entry<String, Long>> entries) {
    var counts = new LinkedHashMap<String, Object>();
    entries.forEach(
        entry ->
            counts.put(
                entry.getKey(), new Share(entry.getValue(), rounded(share(entry.getValue())))));
    return counts;
  }

  private long ignored() {
    return tally.ignoredMembers().values().stream().mapToLong(Long::longValue).sum();
  }

  private long rate() {
    return seconds > 0 ? Math.round(tally.decided() / seconds) : 0;
  }

  private double share(long n) {
    return tally.decided() == 0 ? 0 : (double) n / tally.decided();
  }

  private static double rounded(double share) {
    return Math.round(share * 1e6) / 1e6;
  }

  private String percent(long n) {
    return String.format(Locale.ROOT, "%.3f %%", 100 * share(n));
  }

  private static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
