package org.breakwater.store.decision;

import java.nio.file.Path;
import java.util.Optional;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.merkle.Frontier;
import org.breakwater.store.merkle.LogKey;
import org.breakwater.store.merkle.Note;
import org.breakwater.store.merkle.VerifyKey;

/**
 * Signs the log as it grows, and remembers the newest checkpoint outside the database, so that a
 * database which was set back is noticed.
 */
final class Checkpoints {
  private final LogKey key;
  private final OwnFile file;
  private volatile Signed newest;

  /** A checkpoint with its note. */
  record Signed(Checkpoint checkpoint, String note) {}

  private Checkpoints(LogKey key, OwnFile file, Signed newest) {
    this.key = key;
    this.file = file;
    this.newest = newest;
  }

  /** Continues from what was last published, which the log must still contain. */
  static Checkpoints open(LogKey key, Path path, StoredLog log) {
    var file = new OwnFile(path);
    published(file, key.verifyKey()).ifPresent(checkpoint -> mustContinue(checkpoint, path, log));
    long size = log.size();
    var keeper = new Checkpoints(key, file, signed(key, size, log));
    file.write(keeper.newest.note());
    return keeper;
  }

  /** The checkpoint in a file; empty when there is none yet. */
  static Optional<Checkpoint> published(OwnFile file, VerifyKey key) {
    return file.text()
        .map(
            note ->
                switch (Note.open(note, key)) {
                  case Note.Opened.Trusted(var checkpoint) -> checkpoint;
                  case Note.Opened.Refused(var why) ->
                      throw Contradiction.of("`%s` cannot be trusted: %s", file.path(), why);
                });
  }

  private static void mustContinue(Checkpoint published, Path path, StoredLog log) {
    long size = log.size();
    boolean continues =
        published.size() <= size && log.root(published.size()).equals(published.root());
    if (continues) return;
    throw Contradiction.of(
        "the database does not continue what was published: `%s` says %d entries with root %s,"
            + " the database has %d; it was set back or changed, restore it",
        path, published.size(), published.root(), size);
  }

  private static Signed signed(LogKey key, long size, StoredLog log) {
    return sign(key, new Checkpoint(key.verifyKey().name(), size, log.root(size)));
  }

  private static Signed sign(LogKey key, Checkpoint checkpoint) {
    return new Signed(checkpoint, Note.sign(checkpoint, key));
  }

  Signed newest() {
    return newest;
  }

  /** Signs the log as it is now, unless that is done. */
  synchronized Signed advanceTo(Frontier log) {
    if (log.size() > newest.checkpoint().size()) {
      var checkpoint = new Checkpoint(key.verifyKey().name(), log.size(), log.root());
      Signed next = sign(key, checkpoint);
      // On the disk before anybody sees it: what was shown must be remembered.
      file.write(next.note());
      newest = next;
    }
    return newest;
  }
}
