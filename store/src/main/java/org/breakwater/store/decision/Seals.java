package org.breakwater.store.decision;

import java.time.LocalDate;
import java.util.UUID;

/** What is sealed of each kind of row, in one place for those who write and those who check. */
final class Seals {
  private Seals() {}

  static UUID decision(
      LogSecrets secrets,
      Place place,
      boolean kept,
      Request request,
      String outcome,
      String policies,
      UUID seed) {
    return secrets.seal(
        "decision",
        place.decision(),
        place.batch(),
        place.position(),
        kept,
        request.content(),
        request.request(),
        request.body(),
        outcome,
        policies,
        seed);
  }

  static UUID material(LogSecrets secrets, MaterialRow row) {
    return secrets.seal(
        "material",
        row.decision(),
        row.recorded(),
        row.content(),
        row.revision(),
        row.text(),
        row.author(),
        row.signals(),
        row.json(),
        row.expiresOn());
  }

  /**
   * A row of the table {@code material}; texts that are null there are empty here.
   *
   * @param expiresOn the day on which it goes
   */
  record MaterialRow(
      UUID decision,
      boolean recorded,
      String content,
      int revision,
      String text,
      String author,
      String signals,
      String json,
      LocalDate expiresOn) {}
}
