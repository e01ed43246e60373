package org.breakwater.store.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.breakwater.store.merkle.Frontier;
import org.breakwater.store.merkle.LogEntry;

/** Writes one group in one transaction. */
final class GroupCommit {
  private static final String EARLIER =
      """
      select request, body, decision, batch, position, policies
      from decision join rules using (rules) where request = any(?) and decision >= ?
      """;
  private static final String DECISIONS =
      """
      insert into decision
        (decision, kept, content, request, body, outcome, rules, batch, position, seed, seal)
      select * from unnest(?::uuid[], ?::boolean[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[],
        ?::int[], ?::bigint[], ?::int[], ?::uuid[], ?::uuid[])
      """;
  private static final String MATERIAL =
      """
      insert into material
        (decision, recorded, content, revision, text, author, signals, json, expires_on, seal)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ENTRY =
      "insert into log_entry (entry, text, leaves) values (?, ?, ?)";
  private static final String NODES =
      "insert into log_node (level, node, hash)"
          + " select * from unnest(?::int[], ?::bigint[], ?::bytea[])";

  /** What each group writes, sent together: the driver waits once for all of it. */
  private static final String ALL =
      String.join(";\n", DECISIONS, Effects.COUNTER, Removals.COUNTER, NODES, ENTRY);

  private final Session session;
  private final LogSecrets secrets;
  private final Connection connection;

  GroupCommit(Session session, LogSecrets secrets) {
    this.session = session;
    this.secrets = secrets;
    this.connection = session.connection();
  }

  /** What is committed, and the log afterwards. */
  record Committed(List<Answer> answers, Frontier frontier) {}

  /** Commits; when this throws, nobody knows whether it is committed. */
  Committed commit(List<Draft> drafts, Frontier log, DecisionIds ids, Instant now)
      throws SQLException {
    var group = new Group(secrets, log.size());
    group.take(drafts, earlier(drafts, now), ids, now);
    if (group.rows().isEmpty()) return new Committed(group.answers(), log);
    session.turnTo(DecisionIds.timeOf(group.rows().getLast().place().decision()));
    knowRules(group);
    LogEntry entry = group.entry(now);
    List<Frontier.Node> completed = new ArrayList<>();
    Frontier next = group.appendedTo(log, entry, completed);
    boolean committed = false;
    connection.setAutoCommit(false);
    try {
      material(group, now);
      Effects.write(connection, group, session, ids, now);
      all(group, now, completed, log.size(), entry);
      connection.commit();
      committed = true;
    } finally {
      if (!committed) undo();
    }
    connection.setAutoCommit(true);
    return new Committed(group.answers(), next);
  }

  private void undo() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException _) {
      // The connection is gone, and the transaction with it or in the log: what is thrown says so.
    }
  }

  /** Requests are known again for as long as rows of what is allowed are kept, and no longer. */
  private Map<UUID, Group.Earlier> earlier(List<Draft> drafts, Instant now) throws SQLException {
    Map<UUID, Group.Earlier> earlier = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(EARLIER)) {
      var values = new Values(connection, select);
      values.array("uuid", drafts, draft -> draft.request().request());
      // Also spares the days of a year, each of which would be looked into for each request.
      LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(Retention.PASSING_DAYS);
      values.add(DecisionIds.leastOf(first));
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        var place = new Place(rows.getObject(3, UUID.class), rows.getLong(4), rows.getInt(5));
        earlier.put(
            rows.getObject(1, UUID.class),
            new Group.Earlier(place, rows.getObject(2, UUID.class), rows.getString(6)));
      }
    }
    return earlier;
  }

  /** Asked before the transaction: were it rolled back, their numbers would be remembered. */
  private void knowRules(Group group) throws SQLException {
    for (Group.Row row : group.rows()) session.rules(row.draft().policies());
  }

  private void all(
      Group group, Instant now, List<Frontier.Node> completed, long number, LogEntry entry)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ALL)) {
      var values = new Values(connection, insert);
      decisions(values, group);
      LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
      Effects.count(values, group, session, day);
      Removals.count(values, group, day);
      nodes(values, completed);
      entry(values, number, entry, group.leaves());
      insert.execute();
    }
  }

  private void decisions(Values values, Group group) throws SQLException {
    List<Group.Row> rows = group.rows();
    List<Integer> rules = new ArrayList<>();
    for (Group.Row row : rows) rules.add(session.rules(row.draft().policies()));
    values.array("uuid", rows, row -> row.place().decision());
    values.array("boolean", rows, Group.Row::kept);
    values.array("uuid", rows, row -> row.draft().request().content());
    values.array("uuid", rows, row -> row.draft().request().request());
    values.array("uuid", rows, row -> row.draft().request().body());
    values.array("text", rows, row -> row.draft().outcome());
    values.array("int", rules, each -> each);
    values.array("bigint", rows, row -> row.place().batch());
    values.array("int", rows, row -> row.place().position());
    values.array("uuid", rows, Group.Row::seed);
    values.array("uuid", rows, group::seal);
  }

  private void material(Group group, Instant now) throws SQLException {
    if (group.rows().stream().allMatch(row -> row.draft().material() instanceof Material.None))
      return;
    try (PreparedStatement insert = connection.prepareStatement(MATERIAL)) {
      for (Group.Row row : group.rows()) {
        switch (row.draft().material()) {
          case Material.None _ -> {}
          case Material.Unrecorded kept -> add(insert, unrecorded(row, kept, now));
          case Material.Recorded kept -> add(insert, recorded(row, kept, now));
        }
      }
      insert.executeBatch();
    }
  }

  private static Seals.MaterialRow unrecorded(
      Group.Row row, Material.Unrecorded kept, Instant now) {
    return new Seals.MaterialRow(
        row.place().decision(),
        false,
        kept.content(),
        kept.revision(),
        kept.text(),
        "",
        "",
        "",
        Group.expiry(kept, now));
  }

  private static Seals.MaterialRow recorded(Group.Row row, Material.Recorded kept, Instant now) {
    return new Seals.MaterialRow(
        row.place().decision(),
        true,
        kept.content(),
        kept.revision(),
        kept.text(),
        kept.author(),
        kept.signals(),
        row.draft().placed(row.place()),
        Group.expiry(kept, now));
  }

  private void add(PreparedStatement insert, Seals.MaterialRow row) throws SQLException {
    insert.setObject(1, row.decision());
    insert.setBoolean(2, row.recorded());
    insert.setString(3, row.content());
    insert.setInt(4, row.revision());
    insert.setString(5, row.text());
    text(insert, 6, row.author());
    text(insert, 7, row.signals());
    text(insert, 8, row.json());
    insert.setObject(9, row.expiresOn());
    insert.setObject(10, Seals.material(secrets, row));
    insert.addBatch();
  }

  private static void text(PreparedStatement insert, int column, String text) throws SQLException {
    if (text.isEmpty()) insert.setNull(column, Types.VARCHAR);
    else insert.setString(column, text);
  }

  private static void entry(Values values, long number, LogEntry entry, byte[] leaves)
      throws SQLException {
    values.add(number);
    values.add(entry.text());
    values.add(leaves);
  }

  private static void nodes(Values values, List<Frontier.Node> nodes) throws SQLException {
    values.array("int", nodes, Frontier.Node::level);
    values.array("bigint", nodes, Frontier.Node::index);
    values.bytes(nodes, node -> node.hash().bytes());
  }
}
