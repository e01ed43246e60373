package org.breakwater.engine.policy;

import java.time.LocalDate;
import java.util.List;
import org.breakwater.engine.signal.Truth;

/**
 * One verified place to get help.
 *
 * @param entry what was verified
 * @param sharesWithImmigration what whoever verified it found out
 * @param verifiedAt the day a person verified it
 * @param expiresAt the day from which it is no longer shown
 */
public record Resource(
    DirectoryEntry entry, Truth sharesWithImmigration, LocalDate verifiedAt, LocalDate expiresAt) {

  /** No verification holds longer. */
  public static final int DAYS_MAX = 180;

  public String id() {
    return entry.id();
  }

  public String name() {
    return entry.name();
  }

  /** Whether it may be shown on that day. */
  public boolean isCurrent(LocalDate day) {
    return !day.isBefore(verifiedAt) && day.isBefore(expiresAt);
  }

  /**
   * Whether it may be shown to somebody who did not ask for it: neither law enforcement nor one
   * that shares with immigration authorities, or may.
   */
  public boolean byDefault() {
    return entry.operator() != Operator.LAW_ENFORCEMENT && sharesWithImmigration == Truth.FALSE;
  }

  public List<String> channels() {
    return entry.channels();
  }

  public List<String> languages() {
    return entry.languages();
  }
}
