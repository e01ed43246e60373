package org.breakwater.engine.text;

/**
 * Another way to read a token and perhaps the ones after it, tried besides the plain one: {@code
 * coyot} {@code 3} as {@code coyote}, {@code fre} as {@code free}.
 *
 * @param tokens how many tokens it stands for, at least 1
 */
record Reading(String word, int tokens) {}
