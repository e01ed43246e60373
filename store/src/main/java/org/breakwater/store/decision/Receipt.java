package org.breakwater.store.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.merkle.Hash;
import org.breakwater.store.merkle.LogEntry;
import org.breakwater.store.merkle.Note;
import org.breakwater.store.merkle.Proof;
import org.breakwater.store.merkle.VerifyKey;

/**
 * All that is needed to show, with the decision as it was sent and the log's public key, that the
 * decision is in the log.
 *
 * @param salt 32 bytes that stand before the decision in its leaf
 * @param leaf SHA-256(0x00 ‖ salt ‖ decision)
 * @param batchPath from the leaf to the root that the entry names
 * @param entry the log's entry for the batch, as hashed
 * @param logPath from the entry to the checkpoint's root
 * @param checkpoint the signed note
 */
public record Receipt(
    UUID decision,
    long batch,
    int position,
    Hash salt,
    Hash leaf,
    List<Hash> batchPath,
    String entry,
    List<Hash> logPath,
    String checkpoint) {

  public Receipt {
    batchPath = List.copyOf(batchPath);
    logPath = List.copyOf(logPath);
  }

  /** What is wrong with it, without the decision; empty when the leaf is in the log. */
  public List<String> faults(VerifyKey key) {
    List<String> faults = new ArrayList<>();
    LogEntry.parse(entry)
        .ifPresentOrElse(
            read -> batch(read, faults), () -> faults.add("`entry` is not an entry of the log"));
    switch (Note.open(checkpoint, key)) {
      case Note.Opened.Trusted(var signed) -> log(signed, faults);
      case Note.Opened.Refused(var why) -> faults.add("`checkpoint`: " + why);
    }
    return List.copyOf(faults);
  }

  /** As {@link #faults(VerifyKey)}, also whether this decision is what the leaf commits to. */
  public List<String> faults(VerifyKey key, byte[] decisionAsSent) {
    List<String> faults = new ArrayList<>(faults(key));
    if (!Hash.ofLeaf(salt.bytes(), decisionAsSent).equals(leaf))
      faults.add("the decision is not the one the leaf commits to");
    return List.copyOf(faults);
  }

  private void batch(LogEntry read, List<String> faults) {
    if (!Proof.includes(leaf, position, read.count(), batchPath, read.root()))
      faults.add("the leaf is not at position %d of the batch".formatted(position));
  }

  private void log(Checkpoint signed, List<String> faults) {
    if (!Proof.includes(LogEntry.leafOf(entry), batch, signed.size(), logPath, signed.root()))
      faults.add("the entry is not number %d of the log".formatted(batch));
  }
}
