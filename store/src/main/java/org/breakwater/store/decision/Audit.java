package org.breakwater.store.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.store.database.Database;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.merkle.Frontier;
import org.breakwater.store.merkle.Hash;
import org.breakwater.store.merkle.LogEntry;
import org.breakwater.store.merkle.Tree;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Checks a whole database against itself and against a checkpoint: every entry, every node, every
 * batch, every row. It trusts nothing that is stored, and names each row in which something is
 * wrong. All of it is read in one snapshot, so that a running server does not disturb it.
 */
public final class Audit {
  private final LogSecrets secrets;
  private final List<String> faults = new ArrayList<>();
  private final Map<Long, List<Hash>> leaves = new HashMap<>();
  private final Map<String, Hash> nodes = new HashMap<>();
  private final Map<UUID, UUID> seeds = new HashMap<>();
  private final Map<UUID, Place> places = new HashMap<>();
  private final Map<UUID, UUID> requests = new HashMap<>();
  private Frontier frontier = Frontier.EMPTY;
  private Hash rootAtCheckpoint = Hash.OF_NOTHING;

  private Audit(LogSecrets secrets) {
    this.secrets = secrets;
  }

  /**
   * What was found.
   *
   * @param faults empty when all is well
   */
  public record Finding(long entries, long decisions, List<String> faults) {
    public Finding {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Checks it.
   *
   * @param published what the log must continue: a checkpoint whose signature was checked
   */
  public static Finding of(Database database, LogSecrets secrets, Checkpoint published) {
    var audit = new Audit(secrets);
    return database
        .jdbi()
        .inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ, handle -> audit.of(handle, published));
  }

  private Finding of(Handle handle, Checkpoint published) {
    entries(handle, published.size());
    nodes(handle);
    decisions(handle);
    material(handle);
    faults.addAll(ActAudit.faults(handle, secrets, this::leaf));
    if (published.size() > frontier.size())
      faults.add(
          "the checkpoint says %d entries, the database has %d"
              .formatted(published.size(), frontier.size()));
    else if (!published.root().equals(rootAtCheckpoint))
      faults.add(
          "the first %d entries do not have the checkpoint's root".formatted(published.size()));
    return new Finding(frontier.size(), places.size(), faults);
  }

  private void entries(Handle handle, long checkpointSize) {
    handle
        .createQuery("select entry, text, leaves from log_entry order by entry")
        .map((row, _) -> Map.entry(row.getLong(1), entry(row.getString(2), row.getBytes(3))))
        .forEach(found -> entry(found.getKey(), found.getValue(), checkpointSize));
  }

  private static StoredLog.Entry entry(String text, byte[] leaves) {
    return new StoredLog.Entry(text, StoredLog.hashes(leaves));
  }

  private void entry(long number, StoredLog.Entry entry, long checkpointSize) {
    if (number != frontier.size())
      faults.add("log_entry %d: follows entry %d".formatted(number, frontier.size() - 1));
    LogEntry.parse(entry.text())
        .ifPresentOrElse(
            read -> batch(number, read, entry.leaves()),
            () -> faults.add("log_entry %d: is not an entry".formatted(number)));
    leaves.put(number, entry.leaves());
    List<Frontier.Node> completed = new ArrayList<>();
    frontier = frontier.with(LogEntry.leafOf(entry.text()), completed);
    completed.forEach(node -> nodes.put(node.level() + "/" + node.index(), node.hash()));
    if (frontier.size() == checkpointSize) rootAtCheckpoint = frontier.root();
  }

  private void batch(long number, LogEntry read, List<Hash> stored) {
    if (stored.size() != read.count() || !Tree.of(stored).root().equals(read.root()))
      faults.add("log_entry %d: its leaves do not have the root it names".formatted(number));
  }

  private void nodes(Handle handle) {
    Map<String, Hash> missing = new HashMap<>(nodes);
    handle
        .createQuery("select level, node, hash from log_node")
        .map(
            (row, _) ->
                Map.entry(
                    row.getInt(1) + "/" + row.getLong(2),
                    Optional.of(row.getBytes(3)).filter(bytes -> bytes.length == Hash.BYTES)))
        .forEach(
            found -> {
              Hash computed = missing.remove(found.getKey());
              boolean same =
                  found.getValue().map(Hash::of).filter(hash -> hash.equals(computed)).isPresent();
              if (!same)
                faults.add("log_node %s: is not what its entries give".formatted(found.getKey()));
            });
    missing.keySet().forEach(name -> faults.add("log_node %s: is missing".formatted(name)));
  }

  private void decisions(Handle handle) {
    handle
        .createQuery(
            """
            select decision, batch, position, kept, content, request, body, outcome,
              coalesce(policies, '') as policies, seed, seal
            from decision left join rules using (rules)
            """)
        .map(
            (row, _) -> {
              var place = new Place(uuid(row, 1), row.getLong(2), row.getInt(3));
              UUID seal =
                  Seals.decision(
                      secrets,
                      place,
                      row.getBoolean(4),
                      new Request(uuid(row, 5), uuid(row, 6), uuid(row, 7)),
                      row.getString(8),
                      row.getString(9),
                      uuid(row, 10));
              seeds.put(place.decision(), uuid(row, 10));
              places.put(place.decision(), place);
              once(uuid(row, 6), place.decision());
              return sealed("decision", place.decision(), seal, uuid(row, 11));
            })
        .forEach(faults::addAll);
    places.values().stream()
        .filter(place -> leaf(place).isEmpty())
        .forEach(
            place ->
                faults.add("decision %s: its batch has no such leaf".formatted(place.decision())));
  }

  /** A request is decided once in the days in which it is known again. */
  private void once(UUID request, UUID decision) {
    UUID other = requests.put(request, decision);
    if (other == null) return;
    Duration between =
        Duration.between(DecisionIds.timeOf(other), DecisionIds.timeOf(decision)).abs();
    if (between.toDays() < Retention.PASSING_DAYS)
      faults.add("decision %s: its request was decided before, as %s".formatted(decision, other));
  }

  private static UUID uuid(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private Optional<Hash> leaf(Place place) {
    List<Hash> batch = leaves.getOrDefault(place.batch(), List.of());
    boolean has = place.position() >= 0 && place.position() < batch.size();
    return has ? Optional.of(batch.get(place.position())) : Optional.empty();
  }

  private static List<String> sealed(String table, UUID decision, UUID computed, UUID stored) {
    return computed.equals(stored)
        ? List.of()
        : List.of("%s %s: was changed after it was written".formatted(table, decision));
  }

  private void material(Handle handle) {
    handle
        .createQuery(
            """
            select decision, recorded, content, revision, text, coalesce(author, ''),
              coalesce(signals, ''), coalesce(json, ''), expires_on, seal
            from material
            """)
        .map(
            (row, _) -> {
              var kept =
                  new Seals.MaterialRow(
                      uuid(row, 1),
                      row.getBoolean(2),
                      row.getString(3),
                      row.getInt(4),
                      row.getString(5),
                      row.getString(6),
                      row.getString(7),
                      row.getString(8),
                      row.getObject(9, LocalDate.class));
              leaf(kept);
              return sealed(
                  "material", kept.decision(), Seals.material(secrets, kept), uuid(row, 10));
            })
        .forEach(faults::addAll);
  }

  /** Where the decision is kept as it was sent, it must be what the log commits to. */
  private void leaf(Seals.MaterialRow kept) {
    UUID seed = seeds.get(kept.decision());
    Place place = places.get(kept.decision());
    if (kept.json().isEmpty() || seed == null || place == null) return;
    Hash computed = Hash.ofLeaf(secrets.salt(seed), kept.json().getBytes(UTF_8));
    if (leaf(place).filter(computed::equals).isEmpty())
      faults.add(
          "material %s: its decision is not what the log commits to".formatted(kept.decision()));
  }
}
