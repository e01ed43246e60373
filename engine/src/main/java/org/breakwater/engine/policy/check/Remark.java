package org.breakwater.engine.policy.check;

/**
 * Something wrong with one part of a clause.
 *
 * @param clause the clause's id
 * @param part its key in the policy file, such as {@code when}
 * @param message as in {@link org.breakwater.engine.policy.Problem}
 * @param help likewise
 */
public record Remark(String clause, String part, String message, String help) {}
