package org.breakwater.store.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is kept of one decision.
 *
 * @param content the content's name under the key outside the database
 * @param isKept whether its author may be recorded; false for what is allowed and every no-record
 *     label
 * @param outcome {@code allow} for every no-record label
 * @param policies the JSON array of the rules it was made under
 * @param revision of the content; 0 where nothing of it is kept
 * @param recorded present only where {@code isKept}
 * @param rulings of people on this decision, oldest first
 */
public record Dossier(
    Place place,
    UUID content,
    boolean isKept,
    String outcome,
    String policies,
    int revision,
    Optional<Recorded> recorded,
    List<Ruling> rulings) {

  public Dossier {
    rulings = List.copyOf(rulings);
  }

  /**
   * What is kept of content whose author is recorded.
   *
   * @param content the platform's name for it
   * @param author the platform's name for the account; empty when it was not given
   * @param advertiser who placed it, where it is an ad
   * @param explanation what was observed and what each clause made of it, as JSON
   * @param sent the decision as it was sent
   * @param expiresOn the day on which all of this goes
   */
  public record Recorded(
      String content,
      String text,
      String author,
      Optional<Advertiser> advertiser,
      String explanation,
      String sent,
      LocalDate expiresOn) {}

  /** When it was decided. */
  public Instant decidedAt() {
    return DecisionIds.timeOf(place.decision());
  }
}
