package org.breakwater.server.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.breakwater.server.Problem;

/** Why a version is not put in force. */
final class Objection {
  private static final String VERSION = "version";
  private static final String PUBLICATION = "publication";
  private static final String PROPOSE_ANEW = "propose the version anew by /v1/policies:publish";

  private Objection() {}

  static Problem missing(String version, List<String> known) {
    return new Problem(
        404,
        "unknown policy",
        VERSION,
        "`%s` is no version of the pack".formatted(version),
        "publish one of " + String.join(", ", known));
  }

  static Problem faulty(String version, List<String> faults) {
    return new Problem(
        422,
        "faulty policy",
        VERSION,
        "`%s` cannot be put in force: %s".formatted(version, faults.getFirst()),
        "mend the pack, as `bw policy check` and `bw policy pin` show",
        faults.subList(1, faults.size()));
  }

  static Problem altered(String version, String known, String now) {
    return new Problem(
        409,
        "altered policy",
        VERSION,
        "`%s` is known here as %s, and the pack has %s under that name"
            .formatted(version, known, now),
        "what a name stands for does not change; give the rules a new name, such as `%s.1`"
            .formatted(version));
  }

  static Problem inForce(String version, Instant since) {
    return new Problem(
        409,
        "in force already",
        VERSION,
        "`%s` is in force since %s".formatted(version, since),
        "publish another one, or do nothing");
  }

  static Problem pending(UUID publication, String policy) {
    return new Problem(
        409,
        "another is pending",
        PUBLICATION,
        "%s, of %s, waits for its second person".formatted(publication, policy),
        "confirm it, or withdraw it by /v1/publications/%s/withdraw".formatted(publication));
  }

  static Problem unknown(String publication) {
    return new Problem(
        404,
        "unknown publication",
        PUBLICATION,
        "`%s` is none".formatted(publication),
        "the answer to /v1/policies:publish names it");
  }

  static Problem ended(Publication.State state) {
    return new Problem(409, "publication ended", PUBLICATION, "is " + state.word(), PROPOSE_ANEW);
  }

  static Problem samePerson() {
    return new Problem(
        403,
        "same person",
        PUBLICATION,
        "was proposed by you, and takes effect by a second person only",
        "ask another policy manager to confirm it with a key of their own");
  }
}
