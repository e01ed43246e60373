package org.breakwater.store.decision;

import org.breakwater.store.database.Database;

/**
 * Which keys a log is written with. With others no receipt of it could be made and no repeat would
 * be known again, so they are refused before anything is written.
 */
final class Identity {
  private Identity() {}

  /** Throws unless the log is written with these keys, or with none yet. */
  static void mustBe(LogSecrets secrets, Database database) {
    String stored =
        database
            .jdbi()
            .withHandle(
                handle -> {
                  handle
                      .createUpdate(
                          "insert into log_identity (fingerprint) values (:mine)"
                              + " on conflict do nothing")
                      .bind("mine", secrets.fingerprint())
                      .execute();
                  return handle
                      .createQuery("select fingerprint from log_identity")
                      .mapTo(String.class)
                      .one();
                });
    if (!stored.equals(secrets.fingerprint()))
      throw Contradiction.of(
          "the database was written with other keys than those in the folder `keys`;"
              + " put back the ones it was written with");
  }
}
