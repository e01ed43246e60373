package org.breakwater.measure.evaluation;

import org.breakwater.engine.policy.Outcome;

/**
 * What a system said of one piece of content.
 *
 * @param label the label it gave, in whatever words it uses; empty when it gave none
 */
public record Answer(Outcome outcome, String label) {}
