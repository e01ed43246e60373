package org.breakwater.store.decision;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.breakwater.engine.policy.Outcome;

/** What follows from a group, written with it: actions, their messages to the platform, counts. */
final class Effects {
  private static final String RULED =
      """
      select distinct on (content, revision) content, revision, outcome, ruled_by, ruling
      from ruling where content = any(?) order by content, revision, ruling desc
      """;
  static final String COUNTER =
      """
      insert into counter (day, outcome, rules, decisions)
      select ?, * from unnest(?::text[], ?::int[], ?::bigint[])
      on conflict (day, outcome, rules)
        do update set decisions = counter.decisions + excluded.decisions
      """;

  private Effects() {}

  /** Writes actions, their messages and rarer counts within the group's transaction. */
  static void write(
      Connection connection, Group group, Session session, DecisionIds ids, Instant now)
      throws SQLException {
    actions(connection, group, session, ids, now);
    // After what they stand beside: their rows hang on material.
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Ads.write(connection, group, day);
    GroupPosts.write(connection, group, day);
  }

  private static void actions(
      Connection connection, Group group, Session session, DecisionIds ids, Instant now)
      throws SQLException {
    List<NewAction> planned = new ArrayList<>();
    List<Hiding> hiding = new ArrayList<>();
    for (Group.Row row : group.rows()) {
      if (row.draft().material() instanceof Material.None) continue;
      NewAction.Content content = content(row, session);
      List<Ordered> orders = row.draft().material().actions();
      boolean hides = orders.stream().anyMatch(Ordered::hidesAtOnce);
      for (Ordered ordered : orders) {
        Optional<NewAction> action =
            NewAction.of(ids.next(now), content, ordered, now)
                .map(each -> hides ? each.besideHiding() : each);
        action.ifPresent(planned::add);
        UUID name = row.draft().request().content();
        action
            .filter(NewAction::hides)
            .ifPresent(each -> hiding.add(new Hiding(each.action(), name, content.revision())));
      }
    }
    NewAction.insert(connection, planned, now);
    if (!hiding.isEmpty()) overrule(connection, hiding, ids, now);
  }

  private static NewAction.Content content(Group.Row row, Session session) throws SQLException {
    UUID decision = row.place().decision();
    Cause cause = row.draft().cause();
    int rules = session.rules(row.draft().policies());
    return switch (row.draft().material()) {
      case Material.Unrecorded kept ->
          new NewAction.Content(decision, kept.content(), kept.revision(), false, cause, rules);
      case Material.Recorded kept ->
          new NewAction.Content(decision, kept.content(), kept.revision(), true, cause, rules);
      case Material.None _ -> throw new IllegalStateException("nothing is kept of it");
    };
  }

  /**
   * An action that hides something.
   *
   * @param content its name under the key outside the database
   */
  private record Hiding(UUID action, UUID content, int revision) {}

  /** Undoes at once what a person has ruled on while a machine still decided it. */
  private static void overrule(
      Connection connection, List<Hiding> hiding, DecisionIds ids, Instant now)
      throws SQLException {
    Map<UUID, Map<Integer, Enforcement.By>> kept = ruled(connection, hiding);
    if (kept.isEmpty()) return;
    var enforcement = new Enforcement(connection, ids, now);
    for (Hiding each : hiding) {
      Enforcement.By by = kept.getOrDefault(each.content(), Map.of()).get(each.revision());
      if (by == null) continue;
      ActionRow action = ActionRow.locked(connection, each.action()).orElseThrow();
      enforcement.undo(action, ActionState.UNDONE, by);
    }
  }

  /** Who ruled that it stays, by content and revision. */
  private static Map<UUID, Map<Integer, Enforcement.By>> ruled(
      Connection connection, List<Hiding> hiding) throws SQLException {
    Object[] contents = hiding.stream().map(Hiding::content).distinct().toArray();
    Map<UUID, Map<Integer, Enforcement.By>> kept = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(RULED)) {
      select.setArray(1, array(connection, "uuid", contents));
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        if (rows.getString(3).equals(Outcome.REMOVE.word())) continue;
        UUID act = rows.getObject(5, UUID.class);
        var by = new Enforcement.By(rows.getString(4), "had ruled before", act);
        kept.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new HashMap<>())
            .put(rows.getInt(2), by);
      }
    }
    return kept;
  }

  private record Cell(String outcome, int rules) {}

  /** Sets the values of {@link #COUNTER}. */
  static void count(Values values, Group group, Session session, LocalDate day)
      throws SQLException {
    // Sorted, so that rows are always locked in the same order.
    Map<Cell, Long> counts =
        new TreeMap<>(Comparator.comparing(Cell::outcome).thenComparing(Cell::rules));
    for (Group.Row row : group.rows())
      counts.merge(
          new Cell(row.draft().outcome(), session.rules(row.draft().policies())), 1L, Long::sum);
    values.add(day);
    values.array("text", counts.keySet(), Cell::outcome);
    values.array("int", counts.keySet(), Cell::rules);
    values.array("bigint", counts.values(), each -> each);
  }

  private static Array array(Connection connection, String type, Object[] values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }
}
