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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.breakwater.casework.appeal.AppealResult;
import org.breakwater.engine.policy.Outcome;
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
  private static final String PUBLICATION =
      """
      insert into publication_step
        (step, batch, position, publication, kind, policy, pack, reason, done_by, person,
         expires_at, seal)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ENTRY =
      "insert into log_entry (entry, text, leaves) values (?, ?, ?)";
  private static final String NODE = "insert into log_node (level, node, hash) values (?, ?, ?)";

  private final LogSecrets secrets;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_MAX);
  private final HandedIn handedIn = new HandedIn();
  private final UndoJobs.Parts undoing = new UndoJobs.Parts();

  private record Waiting(Act act, CompletableFuture<Answer> answer) {}

  private record Refused(Waiting waiting, String why) {}

  /** An act with its place and the seed of its leaf's salt. */
  private record Row(Waiting waiting, Place place, UUID seed, Hash leaf) {
    Act act() {
      return waiting.act();
    }
  }

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
    Optional<UndoJobs.Part> part = undoing.next(connection, System.nanoTime());
    Set<Waiting> ofPart = new LinkedHashSet<>();
    for (Act each : part.map(UndoJobs.Part::acts).orElse(List.of()))
      ofPart.add(new Waiting(each, new CompletableFuture<>()));
    group.addAll(ofPart);
    queue.drainTo(group);
    if (group.isEmpty() && part.isEmpty()) return log;
    boolean known = false;
    List<Row> rows = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    try {
      connection.setAutoCommit(false);
      HandedIn.remove(connection, beside);
      for (Waiting waiting : group) {
        var place = new Place(ids.next(now), log.size(), rows.size());
        Optional<String> why = apply(connection, place, waiting.act(), ids, now);
        if (why.isEmpty()) rows.add(row(waiting, place));
        else refused.add(new Refused(waiting, why.get()));
      }
      if (part.isPresent())
        part.get()
            .advance(
                connection, rows.stream().filter(row -> ofPart.contains(row.waiting())).count());
      Frontier next = rows.isEmpty() ? log : write(connection, rows, log, now);
      connection.commit();
      connection.setAutoCommit(true);
      known = true;
      for (Row row : rows) row.waiting().answer().complete(new Answer.Logged(row.place()));
      for (Refused each : refused) each.waiting().answer().complete(new Answer.Refused(each.why()));
      return next;
    } finally {
      var uncertain = new Answer.Unavailable("the database went away", Writer.RETRY_AFTER);
      if (!known) group.forEach(waiting -> waiting.answer().complete(uncertain));
    }
  }

  private Row row(Waiting waiting, Place place) {
    UUID seed = UUID.randomUUID();
    byte[] json = waiting.act().json().getBytes(UTF_8);
    return new Row(waiting, place, seed, Hash.ofLeaf(secrets.salt(seed), json));
  }

  /** What an act does beside being entered; why it is refused, before anything is written. */
  private Optional<String> apply(
      Connection connection, Place place, Act act, DecisionIds ids, Instant now)
      throws SQLException {
    UUID name = place.decision();
    return switch (act) {
      case Act.Deed _ -> Optional.empty();
      case Act.Ruled ruled -> {
        ruling(connection, name, ruled, ids, now);
        yield Optional.empty();
      }
      case Act.Answered answered -> {
        ruling(connection, name, answered.ruled(), ids, now);
        Appeals.close(connection, secrets, answered, name, now);
        if (answered.result() == AppealResult.OVERTURNED)
          Ads.overturned(connection, answered.ruled().decision());
        yield Optional.empty();
      }
      case Act.Confirmed confirmed -> new Confirming(connection, ids, now).apply(name, confirmed);
      case Act.Undone undone -> undo(connection, name, undone, ids, now);
      case Act.UndoneTogether together -> {
        UndoJobs.begin(connection, name, together, now);
        undoing.expect();
        yield Optional.empty();
      }
      case Act.Queued queued -> GroupPosts.queue(connection, name, queued, ids, now);
      case Act.Switched switched -> Breakers.apply(connection, name, switched, now);
      case Act.Published published -> {
        publication(connection, place, published);
        yield Optional.empty();
      }
      case Act.Checked(var _, var finding) -> {
        HelpChecks.insert(connection, secrets, name, finding);
        yield Optional.empty();
      }
    };
  }

  private Optional<String> undo(
      Connection connection, UUID name, Act.Undone undone, DecisionIds ids, Instant now)
      throws SQLException {
    Optional<ActionRow> found = ActionRow.locked(connection, undone.action());
    if (found.isEmpty()) return Optional.of("there is no such action any more");
    ActionRow action = found.get();
    if (action.isUndo()) return Optional.of("it undoes another, and is itself undone by a ruling");
    if (action.state().isFinal())
      return Optional.of("it is %s already".formatted(action.state().word()));
    var enforcement = new Enforcement(connection, ids, now);
    var by = new Enforcement.By(undone.by(), undone.reason(), name);
    if (undone.isMistaken()) enforcement.undoAsMistaken(action, by);
    else enforcement.undo(action, ActionState.UNDONE, by);
    if (action.hides()) ruling(connection, name, ruled(undone, action), ids, now);
    return Optional.empty();
  }

  private Act.Ruled ruled(Act.Undone undone, ActionRow action) {
    return new Act.Ruled(
        undone.json(),
        action.decision(),
        secrets.name("content", action.content().getBytes(UTF_8)),
        action.revision(),
        Outcome.ALLOW.word(),
        undone.reason(),
        undone.by(),
        undone.isKept(),
        new Confirmation.Nothing());
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
      insert.setObject(6, today.plusDays(RetentionClock.days(row.act())));
      insert.executeUpdate();
    }
  }

  private void ruling(
      Connection connection, UUID name, Act.Ruled ruled, DecisionIds ids, Instant now)
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
    new Enforcement(connection, ids, now).ruled(name, ruled);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Strikes.ruled(connection, secrets, name, ruled, today);
    if (ruled.isKept()) return;
    LocalDate gone = today.plusDays(RetentionClock.RULED_DAYS);
    RetentionClock.ruled(connection, secrets, ruled.decision(), gone);
  }

  private void publication(Connection connection, Place place, Act.Published act)
      throws SQLException {
    var row = PublicationStep.of(place, act);
    try (PreparedStatement insert = connection.prepareStatement(PUBLICATION)) {
      insert.setObject(1, place.decision());
      insert.setLong(2, place.batch());
      insert.setInt(3, place.position());
      insert.setObject(4, row.publication());
      insert.setString(5, row.kind().word());
      insert.setString(6, row.policy());
      insert.setString(7, row.pack());
      insert.setString(8, row.reason());
      insert.setString(9, row.by());
      insert.setObject(10, row.person());
      insert.setObject(
          11, row.expiresAt() == null ? null : row.expiresAt().atOffset(ZoneOffset.UTC));
      insert.setObject(12, row.seal(secrets));
      insert.executeUpdate();
    }
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
