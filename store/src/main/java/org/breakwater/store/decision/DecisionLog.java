package org.breakwater.store.decision;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.merkle.Frontier;
import org.breakwater.store.merkle.Hash;
import org.breakwater.store.merkle.Tile;
import org.breakwater.store.merkle.Tree;
import org.breakwater.store.merkle.VerifyKey;
import org.breakwater.store.time.Time;
import org.jdbi.v3.core.JdbiException;

/** The log of decisions in a database. Safe for use by many threads. */
public final class DecisionLog implements AutoCloseable {
  private static final long SIGN_MS = 200;
  private static final Duration OPENING_MAX = Duration.ofSeconds(5);

  private final Database database;
  private final LogSecrets secrets;
  private final StoredLog stored;
  private final Writer writer;
  private final Checkpoints checkpoints;
  private final Thread signing;
  private volatile boolean closing;
  private volatile String signingFault = "";

  private DecisionLog(Database database, LogSecrets secrets, Path checkpoint, Time time) {
    this.database = database;
    this.secrets = secrets;
    this.stored = new StoredLog(database);
    this.checkpoints = Checkpoints.open(secrets.logKey(), checkpoint, stored);
    this.writer = new Writer(database, secrets, time);
    this.signing = Thread.ofPlatform().daemon().name("signing").unstarted(this::signOften);
  }

  /**
   * Opens the log and begins to write, as soon as no other server writes to the database.
   *
   * @param checkpoint file of the newest checkpoint, outside the database
   */
  public static DecisionLog open(
      Database database, LogSecrets secrets, Path checkpoint, Time time) {
    Identity.mustBe(secrets, database);
    var log = new DecisionLog(database, secrets, checkpoint, time);
    log.writer.start();
    log.writer.awaitUp(OPENING_MAX);
    log.signing.start();
    return log;
  }

  /** Puts a draft into the next group; completes when it is on the disk, or known not to be. */
  public CompletableFuture<Answer> submit(Draft draft) {
    return writer.submit(draft);
  }

  /** Enters an act; completes when it is on the disk, or known not to be. */
  public CompletableFuture<Answer> enter(Act act) {
    return writer.submit(act);
  }

  /** Why nothing can be written now; empty when it can. */
  public String down() {
    return writer.down();
  }

  /** Why the newest checkpoint could not be kept; empty when it could. */
  public String signingFault() {
    return signingFault;
  }

  public VerifyKey verifyKey() {
    return secrets.logKey().verifyKey();
  }

  /** The newest signed note; less than a second behind the log. */
  public String checkpoint() {
    return checkpoints.newest().note();
  }

  /** A tile of the log as far as it is published; empty when that has none such. */
  public Optional<byte[]> tile(Tile tile) {
    return tile.isIn(checkpoints.newest().checkpoint().size())
        ? Optional.of(stored.tile(tile))
        : Optional.empty();
  }

  /** The newest checkpoint that a witness has signed too; empty when none has. */
  public Optional<String> cosignedCheckpoint() {
    return new Cosignatures(database, verifyKey()).newest();
  }

  /** Whether the leaf at that place commits to these bytes. */
  public boolean isWhatWasSent(Place place, byte[] decision) {
    return row(place.decision())
        .map(row -> Hash.ofLeaf(secrets.salt(row.seed()), decision))
        .filter(leaf -> leaf.equals(leaf(place)))
        .isPresent();
  }

  /**
   * A decision as it was sent, where that is kept: of content whose author is recorded. Empty where
   * it is not, or not what the log commits to.
   */
  public Optional<String> asSent(Place place) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select json from material where decision = :decision and recorded")
                    .bind("decision", place.decision())
                    .mapTo(String.class)
                    .findOne())
        .filter(json -> isWhatWasSent(place, json.getBytes(StandardCharsets.UTF_8)));
  }

  private Hash leaf(Place place) {
    return entry(place).leaves().get(place.position());
  }

  private StoredLog.Entry entry(Place place) {
    return stored
        .entry(place.batch())
        .orElseThrow(() -> Contradiction.of("the log has no entry %d", place.batch()));
  }

  /** The receipt of a decision; empty when there is none, or its time is over. */
  public Optional<Receipt> receipt(UUID decision) {
    return row(decision).map(row -> receipt(row.place(), row.seed()));
  }

  /** What a receipt is made of beside the log. */
  private record Row(Place place, UUID seed) {}

  private Optional<Row> row(UUID decision) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    // With both columns of the key, so that it is looked up and not searched.
                    .createQuery(
                        """
                        select batch, position, seed from decision
                        where decision = :decision and kept in (true, false)
                        """)
                    .bind("decision", decision)
                    .map(
                        (row, _) ->
                            new Row(
                                new Place(decision, row.getLong(1), row.getInt(2)),
                                row.getObject(3, UUID.class)))
                    .findOne());
  }

  private Receipt receipt(Place place, UUID seed) {
    Checkpoints.Signed signed = checkpoints.advanceTo(end());
    StoredLog.Entry entry = entry(place);
    Checkpoint checkpoint = signed.checkpoint();
    return new Receipt(
        place.decision(),
        place.batch(),
        place.position(),
        Hash.of(secrets.salt(seed)),
        entry.leaves().get(place.position()),
        Tree.of(entry.leaves()).inclusion(place.position()),
        entry.text(),
        stored.inclusion(place.batch(), checkpoint.size()),
        signed.note());
  }

  private void signOften() {
    while (!closing) {
      try {
        Thread.sleep(SIGN_MS);
      } catch (InterruptedException _) {
        return;
      }
      sign();
    }
  }

  /** The end of the log, which another server may be writing. */
  private Frontier end() {
    return writer.down().isEmpty() ? writer.frontier() : stored.frontier();
  }

  private void sign() {
    try {
      checkpoints.advanceTo(end());
      signingFault = "";
    } catch (JdbiException _) {
      // The database is gone, and with it whatever could be signed: `down` says so.
    } catch (StoreFault e) {
      signingFault =
          "cannot keep the checkpoint: "
              + e.getMessage(); // tried again at once; health says so meanwhile
    }
  }

  /** Commits what waits, signs the end of the log, and lets go of the lock. */
  @Override
  public void close() {
    writer.close();
    closing = true;
    signing.interrupt();
    sign();
  }
}
