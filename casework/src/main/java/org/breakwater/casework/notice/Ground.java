package org.breakwater.casework.notice;

import org.breakwater.engine.policy.Label;

/**
 * The rule a restriction rests on: a clause of the platform's policy, never a finding of law.
 *
 * @param policy such as {@code human-exploitation@2021-11}
 * @param clause its id; empty where only unknowns led to a review
 * @param helpFirst whether help stands before everything else: whoever asks, tells, flees or is
 *     held for money may be in danger
 */
public record Ground(String policy, String clause, Label label, boolean helpFirst) {}
