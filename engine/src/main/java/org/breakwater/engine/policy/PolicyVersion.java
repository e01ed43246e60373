package org.breakwater.engine.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breakwater.engine.signal.Lexicon;

/**
 * One immutable version of a policy, ready to decide with.
 *
 * @param pack the pack's name, for example {@code human-exploitation}
 * @param version the version's name within the pack, for example {@code 2021-11}
 * @param date the pack's date: the time of judgement where neither caller nor event states one
 * @param hash {@code sha256:} and the SHA-256, in hex, of the version's entry in pack.yaml as
 *     canonical JSON
 * @param overlayHash likewise for the overlay; empty when there is none
 * @param clauses sorted by id
 * @param lexicon phrases of pack and overlay
 * @param directory places to get help of pack and overlay
 */
public record PolicyVersion(
    String pack,
    String version,
    LocalDate date,
    String hash,
    String overlayHash,
    List<Clause> clauses,
    Lexicon lexicon,
    Automation automation,
    Directory directory) {

  public PolicyVersion {
    clauses = List.copyOf(clauses);
  }

  /** Pack and version as decisions name them, for example {@code human-exploitation@2021-11}. */
  public String name() {
    return pack + "@" + version;
  }

  /** The clause with that id; empty when the version has none. */
  public Optional<Clause> clause(String id) {
    return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
  }

  /** The same version with another licence to act, for study and for operators' own evidence. */
  public PolicyVersion with(Automation other) {
    return new PolicyVersion(
        pack, version, date, hash, overlayHash, clauses, lexicon, other, directory);
  }

  /** Verified entries, sorted by id. */
  public List<Resource> resources() {
    return directory.verified();
  }

  /**
   * The same version with the help that is verified now.
   *
   * @param overlay hash of the overlay that this makes of it, as {@link #overlayHash}
   */
  public PolicyVersion with(List<Resource> current, String overlay) {
    return new PolicyVersion(
        pack, version, date, hash, overlay, clauses, lexicon, automation, directory.with(current));
  }
}
