package org.breakwater.engine.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * One verified place to get help. Unverified entries are never loaded into a version.
 *
 * @param regions ISO 3166-1 alpha-2 countries it serves; empty for everywhere
 * @param audiences what it helps with: {@code smuggled, trafficking, asylum, child, emergency,
 *     sea_rescue, family_tracing, labour, return}
 * @param channels ways to reach it, such as {@code tel:+1-202-555-0100}
 * @param languages BCP 47 primary subtags
 * @param byDefault false for law enforcement and for services that share with immigration
 *     authorities, which are never shown by default
 * @param verifiedAt the day a person verified it
 * @param expiresAt the day from which it is no longer shown
 */
public record Resource(
    String id,
    String name,
    List<String> regions,
    List<String> audiences,
    List<String> channels,
    List<String> languages,
    boolean byDefault,
    LocalDate verifiedAt,
    LocalDate expiresAt) {
  public Resource {
    regions = List.copyOf(regions);
    audiences = List.copyOf(audiences);
    channels = List.copyOf(channels);
    languages = List.copyOf(languages);
  }

  /** Whether it may be shown on that day. */
  public boolean isCurrent(LocalDate day) {
    return !day.isBefore(verifiedAt) && day.isBefore(expiresAt);
  }
}
