package org.breakwater.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.store.decision.Ads;
import org.breakwater.store.decision.Advertiser;

/**
 * Figures of ads as they may be shown: none under 11, and none by which one under 11 could be
 * worked out. Days and kinds of advertisers have the same sums, so that where one figure alone of a
 * column is withheld, the least of the others is withheld with it.
 *
 * @param days by date
 * @param kinds by kind, unverified before verified
 */
public record AdFigures(Map<String, Row> days, Map<Advertiser, Row> kinds) {
  private static final Row NONE = new Row(0, 0, 0, 0);

  /** What was counted together. */
  record Row(long allowed, long reviewed, long refused, long overturned) {
    static Row of(Ads.Figure figure) {
      Outcome outcome = Outcome.named(figure.outcome()).orElseThrow();
      long decided = figure.decided();
      return switch (outcome) {
        case ALLOW, ALLOW_WITH_RESOURCES -> new Row(decided, 0, 0, figure.overturned());
        case REVIEW, ESCALATE -> new Row(0, decided, 0, figure.overturned());
        case REMOVE -> new Row(0, 0, decided, figure.overturned());
      };
    }

    Row and(Row other) {
      return new Row(
          allowed + other.allowed,
          reviewed + other.reviewed,
          refused + other.refused,
          overturned + other.overturned);
    }
  }

  /** What of a row may be shown. */
  record Shown(
      OptionalLong allowed, OptionalLong reviewed, OptionalLong refused, OptionalLong overturned) {}

  /** Adds them up. */
  public static AdFigures of(List<Ads.Figure> figures) {
    Map<String, Row> days = new TreeMap<>();
    Map<String, Map<Boolean, Row>> kinds = new TreeMap<>();
    for (Ads.Figure each : figures) {
      Row row = Row.of(each);
      days.merge(each.day().toString(), row, Row::and);
      kinds
          .computeIfAbsent(each.advertiser().kind(), _ -> new TreeMap<>())
          .merge(each.advertiser().isVerified(), row, Row::and);
    }
    Map<Advertiser, Row> advertisers = new LinkedHashMap<>();
    kinds.forEach(
        (kind, rows) ->
            rows.forEach((verified, row) -> advertisers.put(new Advertiser(kind, verified), row)));
    return new AdFigures(days, advertisers);
  }

  Map<String, Shown> shownDays() {
    return shown(days);
  }

  Map<Advertiser, Shown> shownKinds() {
    return shown(kinds);
  }

  /** All of them together; to be shown from 11 on only. */
  public Map<String, Long> sums() {
    Row all = days.values().stream().reduce(NONE, Row::and);
    Map<String, Long> sums = new LinkedHashMap<>();
    if (days.isEmpty()) return sums;
    sums.put("allowed", all.allowed());
    sums.put("reviewed", all.reviewed());
    sums.put("refused", all.refused());
    sums.put("overturned", all.overturned());
    return sums;
  }

  /** Refused ones by what placed them, as they may be shown. */
  public Map<String, OptionalLong> refusedByKind() {
    Map<String, OptionalLong> refused = new LinkedHashMap<>();
    shownKinds()
        .forEach(
            (by, row) ->
                refused.put(by.kind() + (by.isVerified() ? " (verified)" : ""), row.refused()));
    return refused;
  }

  private static <K> Map<K, Shown> shown(Map<K, Row> rows) {
    List<Row> all = List.copyOf(rows.values());
    List<OptionalLong> allowed = column(all, Row::allowed);
    List<OptionalLong> reviewed = column(all, Row::reviewed);
    List<OptionalLong> refused = column(all, Row::refused);
    List<OptionalLong> overturned = column(all, Row::overturned);
    Map<K, Shown> shown = new LinkedHashMap<>();
    for (K key : rows.keySet()) {
      int at = shown.size();
      shown.put(
          key, new Shown(allowed.get(at), reviewed.get(at), refused.get(at), overturned.get(at)));
    }
    return shown;
  }

  private static List<OptionalLong> column(List<Row> rows, ToLongFunction<Row> of) {
    List<OptionalLong> shown = new ArrayList<>();
    for (Row row : rows) {
      long count = of.applyAsLong(row);
      shown.add(count < Volumes.SHOWN_MIN ? OptionalLong.empty() : OptionalLong.of(count));
    }
    if (shown.stream().filter(OptionalLong::isEmpty).count() == 1) withholdLeast(shown);
    return shown;
  }

  private static void withholdLeast(List<OptionalLong> shown) {
    shown.stream()
        .flatMapToLong(OptionalLong::stream)
        .min()
        .ifPresent(least -> shown.set(shown.indexOf(OptionalLong.of(least)), OptionalLong.empty()));
  }
}
