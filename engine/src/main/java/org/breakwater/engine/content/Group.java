package org.breakwater.engine.content;

/**
 * The group in which the content stands.
 *
 * @param id empty when the content stands in no group
 * @param name empty when it was not given
 */
public record Group(String id, String name) {
  public static final Group NONE = new Group("", "");
}
