package org.breakwater.store.decision;

import java.util.Optional;

/**
 * In which figures a decision counts, besides those of all decisions.
 *
 * @param advertiser of an ad; empty for anything else
 * @param group in which it is a post; empty for anything else
 */
public record Counted(Optional<Advertiser> advertiser, Optional<GroupName> group) {
  public static final Counted NOTHING = new Counted(Optional.empty(), Optional.empty());
}
