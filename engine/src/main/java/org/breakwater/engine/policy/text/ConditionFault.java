package org.breakwater.engine.policy.text;

/**
 * What is wrong with the text of a condition.
 *
 * @param offset in code points from the beginning of the text
 * @param message as in {@link org.breakwater.engine.policy.Problem}
 * @param help likewise
 */
record ConditionFault(int offset, String message, String help) {}
