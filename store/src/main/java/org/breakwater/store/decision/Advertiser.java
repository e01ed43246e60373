package org.breakwater.store.decision;

/**
 * Who placed an ad, as far as the platform says: what they are, never who.
 *
 * @param kind a word for an author's kind; {@link #UNKNOWN} where the platform did not say
 * @param isVerified whether the platform has checked the kind
 */
public record Advertiser(String kind, boolean isVerified) {
  public static final String UNKNOWN = "unknown";

  public Advertiser {
    if (isVerified && kind.equals(UNKNOWN))
      throw new IllegalArgumentException("verified to be nothing");
  }
}
