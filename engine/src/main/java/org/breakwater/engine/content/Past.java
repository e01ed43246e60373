package org.breakwater.engine.content;

/**
 * What people confirmed before, of those whom an event is about. Each is asked at most once, and
 * only where a rule asks; gives the same each time.
 */
@FunctionalInterface
public interface Past {
  /** Of nobody anything could be asked. */
  Past UNKNOWN = () -> History.UNKNOWN;

  /** Of the author. */
  History author();

  /** Of the group in which it stands, or of itself where it is a group or a page. */
  default GroupHistory group() {
    return GroupHistory.UNKNOWN;
  }
}
