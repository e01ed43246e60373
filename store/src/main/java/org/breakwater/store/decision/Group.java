package org.breakwater.store.decision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.breakwater.store.merkle.EntryKind;
import org.breakwater.store.merkle.Frontier;
import org.breakwater.store.merkle.Hash;
import org.breakwater.store.merkle.LogEntry;
import org.breakwater.store.merkle.Tree;

/** Drafts that are committed together: who is new, who is a repeat, and what the log gets. */
final class Group {
  private final LogSecrets secrets;
  private final long batch;
  private final List<Answer> answers = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<UUID, Row> byRequest = new HashMap<>();

  /** A new decision with all that is written of it. */
  record Row(Draft draft, Place place, UUID seed, Hash leaf) {
    boolean kept() {
      return draft.material() instanceof Material.Recorded;
    }
  }

  /** A decision from before, found by the name of its request. */
  record Earlier(Place place, UUID body, String policies) {}

  Group(LogSecrets secrets, long batch) {
    this.secrets = secrets;
    this.batch = batch;
  }

  /** Takes drafts in order; each gets the answer at its place in {@link #answers}. */
  void take(List<Draft> drafts, Map<UUID, Earlier> earlier, DecisionIds ids, Instant now) {
    for (Draft draft : drafts) {
      Earlier before = earlier.get(draft.request().request());
      Row same = byRequest.get(draft.request().request());
      if (before != null) answers.add(again(draft, before));
      else if (same != null) answers.add(again(draft, asEarlier(same)));
      else answers.add(new Answer.Logged(add(draft, ids, now).place()));
    }
  }

  private static Answer again(Draft draft, Earlier before) {
    return before.body().equals(draft.request().body())
        ? new Answer.Repeated(before.place(), before.policies())
        : new Answer.Conflict();
  }

  private static Earlier asEarlier(Row row) {
    return new Earlier(row.place(), row.draft().request().body(), row.draft().policies());
  }

  private Row add(Draft draft, DecisionIds ids, Instant now) {
    Place place = new Place(ids.next(now), batch, rows.size());
    UUID seed = UUID.randomUUID();
    byte[] json = draft.placed(place).getBytes(StandardCharsets.UTF_8);
    Row row = new Row(draft, place, seed, Hash.ofLeaf(secrets.salt(seed), json));
    rows.add(row);
    byRequest.put(draft.request().request(), row);
    return row;
  }

  List<Row> rows() {
    return rows;
  }

  /** One for each draft, in their order; true only once the group is committed. */
  List<Answer> answers() {
    return answers;
  }

  LogEntry entry(Instant now) {
    Tree tree = Tree.of(rows.stream().map(Row::leaf).toList());
    return new LogEntry(EntryKind.DECISIONS, rows.size(), now, tree.root());
  }

  byte[] leaves() {
    var leaves = ByteBuffer.allocate(rows.size() * Hash.BYTES);
    rows.forEach(row -> leaves.put(row.leaf().bytes()));
    return leaves.array();
  }

  UUID seal(Row row) {
    return Seals.decision(
        secrets,
        row.place(),
        row.kept(),
        row.draft().request(),
        row.draft().outcome(),
        row.draft().policies(),
        row.seed());
  }

  /** The day on which the row's material goes; a day, because a finer time would tell more. */
  static LocalDate expiry(Material material, Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(RetentionClock.days(material));
  }

  /** The log with this group's entry at its end. */
  Frontier appendedTo(Frontier log, LogEntry entry, List<Frontier.Node> completed) {
    return log.with(entry.leaf(), completed);
  }
}
