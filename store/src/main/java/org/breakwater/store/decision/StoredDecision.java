package org.breakwater.store.decision;

import java.util.Optional;

/**
 * What is still known of a decision.
 *
 * @param outcome {@code allow} for every no-record label
 * @param policies the JSON array of the rules it was made under
 * @param json the decision as sent; empty where it leaves no record or its time is over
 */
public record StoredDecision(Place place, String outcome, String policies, Optional<String> json) {}
