package org.breakwater.store.decision;

/**
 * Which clause decided, in which language; figures of removals are counted by it.
 *
 * @param clause empty where no clause did, or a person ruled
 * @param lang primary subtag
 */
public record Cause(String clause, String lang) {
  public static final Cause NONE = new Cause("", "");
}
