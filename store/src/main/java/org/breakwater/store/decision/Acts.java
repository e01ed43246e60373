package org.breakwater.store.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.breakwater.store.merkle.EntryKind;
import org.breakwater.store.merkle.Frontier;
import org.breakwater.store.merkle.Hash;
import org.breakwater.store.merkle.LogEntry;
import org.breakwater.store.merkle.Tree;

/** Acts on their way into the log; those that wait together are one entry. */
final class Acts {
  private static final int WAITING_MAX = 2_000;
  private static final String ACT =
      "insert into act (act, batch, position, seed, json, expires_on) values (?, ?, ?, ?, ?, ?)";
  private static final String RULING =
      """
      insert into ruling
        (ruling, decision, content, revision, outcome, reason, ruled_by, seal)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ENTRY =
      "insert into log_entry (entry, text, leaves) values (?, ?, ?)";
  private static final String NODE = "insert into log_node (level, node, hash) values (?, ?, ?)";

  private final LogSecrets secrets;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_MAX);
  private final HandedIn handedIn = new HandedIn();

  private record Waiting(Act act, CompletableFuture<Answer> answer) {}

  /** An act with its place and the seed of its leaf's salt. */
  private record Row(Act act, Place place, UUID seed, Hash leaf) {}

  Acts(LogSecrets secrets) {
    this.secrets = secrets;
  }

  CompletableFuture<Answer> submit(Act act) {
    var waiting = new Waiting(act, new CompletableFuture<>());
    if (!queue.offer(waiting))
      waiting.answer().complete(new Answer.Unavailable("too many acts wait", Writer.RETRY_AFTER));
    return waiting.answer();
  }

  boolean isWaiting() {
    return !queue.isEmpty();
  }

  void refuse(Answer answer) {
    for (Waiting each = queue.poll(); each != null; each = queue.poll())
      each.answer().complete(answer);
  }

  /** Commits those that wait in a transaction of their own; returns the log afterwards. */
  Frontier commit(Connection connection, Frontier log, DecisionIds ids, Instant now)
      throws SQLException {
    List<HandedIn.Row> beside = handedIn.take(connection, System.nanoTime());
    List<Waiting> group = new ArrayList<>();
    for (HandedIn.Row row : beside)
      group.add(new Waiting(new Act.Deed(row.json(), true), new CompletableFuture<>()));
    queue.drainTo(group);
    if (group.isEmpty()) return log;
    boolean known = false;
    try {
      List<Row> rows = rows(group, log.size(), ids, now);
      connection.setAutoCommit(false);
      HandedIn.remove(connection, beside);
      Frontier next = write(connection, rows, log, now);
      known = true;
      for (int i = 0; i < rows.size(); i++)
        group.get(i).answer().complete(new Answer.Logged(rows.get(i).place()));
      return next;
    } finally {
      var uncertain = new Answer.Unavailable("the database went away", Writer.RETRY_AFTER);
      if (!known) group.forEach(waiting -> waiting.answer().complete(uncertain));
    }
  }

  private List<Row> rows(List<Waiting> group, long batch, DecisionIds ids, Instant now) {
    List<Row> rows = new ArrayList<>();
    for (Waiting waiting : group) {
      var place = new Place(ids.next(now), batch, rows.size());
      UUID seed = UUID.randomUUID();
      byte[] json = waiting.act().json().getBytes(UTF_8);
      rows.add(new Row(waiting.act(), place, seed, Hash.ofLeaf(secrets.salt(seed), json)));
    }
    return rows;
  }

  private Frontier write(Connection connection, List<Row> rows, Frontier log, Instant now)
      throws SQLException {
    var root = Tree.of(rows.stream().map(Row::leaf).toList()).root();
    var entry = new LogEntry(EntryKind.ACTS, rows.size(), now, root);
    List<Frontier.Node> completed = new ArrayList<>();
    Frontier next = log.with(entry.leaf(), completed);
    for (Row row : rows) insert(connection, row, now);
    nodes(connection, completed);
    entry(connection, log.size(), entry.text(), rows);
    connection.commit();
    connection.setAutoCommit(true);
    return next;
  }

  private void insert(Connection connection, Row row, Instant now) throws SQLException {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    try (PreparedStatement insert = connection.prepareStatement(ACT)) {
      insert.setObject(1, row.place().decision());
      insert.setLong(2, row.place().batch());
      insert.setInt(3, row.place().position());
      insert.setObject(4, row.seed());
      insert.setString(5, row.act().json());
      int days = row.act().isKept() ? RetentionClock.ACT_DAYS : RetentionClock.RULED_DAYS;
      insert.setObject(6, today.plusDays(days));
      insert.executeUpdate();
    }
    switch (row.act()) {
      case Act.Deed _ -> {}
      case Act.Ruled ruled -> ruling(connection, row.place().decision(), ruled, now);
      case Act.Answered answered -> {
        ruling(connection, row.place().decision(), answered.ruled(), now);
        Appeals.close(connection, secrets, answered, row.place().decision(), now);
      }
    }
  }

  private void ruling(Connection connection, UUID name, Act.Ruled ruled, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(RULING)) {
      insert.setObject(1, name);
      insert.setObject(2, ruled.decision());
      insert.setObject(3, ruled.content());
      insert.setInt(4, ruled.revision());
      insert.setString(5, ruled.outcome());
      insert.setString(6, ruled.reason());
      insert.setString(7, ruled.by());
      insert.setObject(8, seal(secrets, new Ruling(name, ruled)));
      insert.executeUpdate();
    }
    if (ruled.isKept()) return;
    LocalDate gone = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(RetentionClock.RULED_DAYS);
    RetentionClock.ruled(connection, secrets, ruled.decision(), gone);
  }

  static UUID seal(LogSecrets secrets, Ruling ruling) {
    return secrets.seal(
        "ruling",
        ruling.ruling(),
        ruling.decision(),
        ruling.content(),
        ruling.revision(),
        ruling.outcome(),
        ruling.reason(),
        ruling.by());
  }

  private static void nodes(Connection connection, List<Frontier.Node> nodes) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(NODE)) {
      for (Frontier.Node node : nodes) {
        insert.setInt(1, node.level());
        insert.setLong(2, node.index());
        insert.setBytes(3, node.hash().bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void entry(Connection connection, long number, String text, List<Row> rows)
      throws SQLException {
    var leaves = ByteBuffer.allocate(rows.size() * Hash.BYTES);
    rows.forEach(row -> leaves.put(row.leaf().bytes()));
    try (PreparedStatement insert = connection.prepareStatement(ENTRY)) {
      insert.setLong(1, number);
      insert.setString(2, text);
      insert.setBytes(3, leaves.array());
      insert.executeUpdate();
    }
  }
}
