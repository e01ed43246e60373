package org.breakwater.store.decision;

import java.sql.Array;
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
import java.util.function.Function;
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
    List<Integer> rules = rules(group);
    LogEntry entry = group.entry(now);
    List<Frontier.Node> completed = new ArrayList<>();
    Frontier next = group.appendedTo(log, entry, completed);
    boolean committed = false;
    connection.setAutoCommit(false);
    try {
      decisions(group, rules);
      material(group, now);
      Effects.write(connection, group, session, ids, now);
      nodes(completed);
      entry(log.size(), entry, group.leaves());
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
      select.setArray(1, array("uuid", drafts, draft -> draft.request().request()));
      // Also spares the days of a year, each of which would be looked into for each request.
      LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(Retention.PASSING_DAYS);
      select.setObject(2, DecisionIds.leastOf(first));
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

  private List<Integer> rules(Group group) throws SQLException {
    List<Integer> rules = new ArrayList<>();
    for (Group.Row row : group.rows()) rules.add(session.rules(row.draft().policies()));
    return rules;
  }

  private void decisions(Group group, List<Integer> rules) throws SQLException {
    List<Group.Row> rows = group.rows();
    try (PreparedStatement insert = connection.prepareStatement(DECISIONS)) {
      insert.setArray(1, array("uuid", rows, row -> row.place().decision()));
      insert.setArray(2, array("boolean", rows, Group.Row::kept));
      insert.setArray(3, array("uuid", rows, row -> row.draft().request().content()));
      insert.setArray(4, array("uuid", rows, row -> row.draft().request().request()));
      insert.setArray(5, array("uuid", rows, row -> row.draft().request().body()));
      insert.setArray(6, array("text", rows, row -> row.draft().outcome()));
      insert.setArray(7, connection.createArrayOf("int", rules.toArray()));
      insert.setArray(8, array("bigint", rows, row -> row.place().batch()));
      insert.setArray(9, array("int", rows, row -> row.place().position()));
      insert.setArray(10, array("uuid", rows, Group.Row::seed));
      insert.setArray(11, array("uuid", rows, group::seal));
      insert.executeUpdate();
    }
  }

  private <T> Array array(String type, List<T> values, Function<T, Object> member)
      throws SQLException {
    return connection.createArrayOf(type, values.stream().map(member).toArray());
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

  private void entry(long number, LogEntry entry, byte[] leaves) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ENTRY)) {
      insert.setLong(1, number);
      insert.setString(2, entry.text());
      insert.setBytes(3, leaves);
      insert.executeUpdate();
    }
  }

  private void nodes(List<Frontier.Node> nodes) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(NODES)) {
      insert.setArray(1, array("int", nodes, Frontier.Node::level));
      insert.setArray(2, array("bigint", nodes, Frontier.Node::index));
      // The driver takes bytes only as byte[][].
      byte[][] hashes = nodes.stream().map(node -> node.hash().bytes()).toArray(byte[][]::new);
      insert.setArray(3, connection.createArrayOf("bytea", hashes));
      insert.executeUpdate();
    }
  }
}
