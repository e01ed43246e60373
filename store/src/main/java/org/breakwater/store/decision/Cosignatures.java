package org.breakwater.store.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.store.database.Database;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.merkle.Cosignature;
import org.breakwater.store.merkle.Note;
import org.breakwater.store.merkle.VerifyKey;

/** Checkpoints that witnesses have signed too, so that nobody can be shown another log. */
public final class Cosignatures {
  private final Database database;
  private final VerifyKey log;

  public Cosignatures(Database database, VerifyKey log) {
    this.database = database;
    this.log = log;
  }

  /** What became of a note that was handed in. */
  public sealed interface Taken {
    /**
     * Kept.
     *
     * @param witnesses names of those whose signatures hold
     */
    record Kept(long size, List<String> witnesses) implements Taken {
      public Kept {
        witnesses = List.copyOf(witnesses);
      }
    }

    /**
     * Not kept.
     *
     * @param why lower case, for whoever handed it in
     */
    record Refused(String why) implements Taken {}
  }

  /**
   * Keeps the cosignatures of a note, if the note is ours and the log still continues it.
   *
   * @param witnesses keys of those who are trusted
   */
  public Taken take(String note, List<VerifyKey> witnesses) {
    return switch (Note.open(note, log)) {
      case Note.Opened.Refused(var why) -> new Taken.Refused(why);
      case Note.Opened.Trusted(var checkpoint) -> take(note, checkpoint, witnesses);
    };
  }

  private Taken take(String note, Checkpoint checkpoint, List<VerifyKey> witnesses) {
    var stored = new StoredLog(database);
    boolean continues =
        checkpoint.size() <= stored.size()
            && stored.root(checkpoint.size()).equals(checkpoint.root());
    if (!continues) return new Taken.Refused("the log does not continue this checkpoint");
    Map<String, String> lines = lines(note, checkpoint.body(), witnesses);
    if (lines.isEmpty()) return new Taken.Refused("no signature of a witness that is trusted here");
    lines.forEach((witness, line) -> keep(checkpoint.size(), witness, line));
    keep(checkpoint.size(), "", note.substring(0, note.indexOf("\n\n") + 2) + own(note));
    return new Taken.Kept(checkpoint.size(), List.copyOf(lines.keySet()));
  }

  private static Map<String, String> lines(String note, String body, List<VerifyKey> witnesses) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : note.substring(note.indexOf("\n\n") + 2).lines().toList())
      for (VerifyKey witness : witnesses)
        Cosignature.parse(line, body, witness)
            .ifPresent(found -> lines.put(found.witness(), found.line()));
    return lines;
  }

  private String own(String note) {
    return note.substring(note.indexOf("\n\n") + 2)
            .lines()
            .filter(line -> line.startsWith("— " + log.name() + " "))
            .findFirst()
            .orElseThrow()
        + "\n";
  }

  private void keep(long size, String witness, String line) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into cosignature (size, witness, line)
                        values (:size, :witness, :line)
                        on conflict (size, witness) do update set line = excluded.line
                        """)
                    .bind("size", size)
                    .bind("witness", witness)
                    .bind("line", line)
                    .execute());
  }

  /** The newest checkpoint that a witness has signed, with all signatures; empty when none has. */
  public Optional<String> newest() {
    List<String> lines =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select line from cosignature
                            where size = (select max(size) from cosignature) order by witness
                            """)
                        .mapTo(String.class)
                        .list());
    if (lines.isEmpty()) return Optional.empty();
    var note = new StringBuilder(lines.getFirst());
    lines.subList(1, lines.size()).forEach(line -> note.append(line).append('\n'));
    return Optional.of(note.toString());
  }
}
