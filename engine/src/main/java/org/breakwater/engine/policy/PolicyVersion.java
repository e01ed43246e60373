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
 * @param resources verified entries of pack and overlay, sorted by id
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
    List<Resource> resources) {

  public PolicyVersion {
    clauses = List.copyOf(clauses);
    resources = List.copyOf(resources);
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
        pack, version, date, hash, overlayHash, clauses, lexicon, other, resources);
  }
}
