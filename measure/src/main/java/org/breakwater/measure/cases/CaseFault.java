package org.breakwater.measure.cases;

/**
 * One fault in a file of cases, for the person who can mend it.
 *
 * @param line counted from 1
 * @param member path of the member; {@code event} where the line as a whole is meant
 * @param reason what is wrong, lower case
 */
public record CaseFault(String file, int line, String member, String reason) {
  @Override
  public String toString() {
    return "%s:%d: %s: %s".formatted(file, line, member, reason);
  }
}
