package org.breakwater.store.decision;

/** What is kept of the content itself, so that people can review it. */
public sealed interface Material {
  /** Nothing: the content is allowed. */
  record None() implements Material {}

  /**
   * Words and content id, and nothing that leads to a person: not allowed, but the label is one
   * that leaves no record.
   */
  record Unrecorded(String content, int revision, String text) implements Material {}

  /**
   * All of it.
   *
   * @param author the platform's name for the account; empty when it was not given
   * @param signals what was observed and what each clause made of it, as JSON
   */
  record Recorded(String content, int revision, String text, String author, String signals)
      implements Material {}
}
