package org.breakwater.store.decision;

import org.breakwater.engine.policy.Label;

/** What is kept of the content itself, so that people can review it. */
public sealed interface Material {
  /** Nothing: the content is allowed. */
  record None() implements Material {}

  /**
   * Words and content id, and nothing that leads to a person: not allowed, but the label is one
   * that leaves no record.
   */
  record Unrecorded(String content, int revision, String text, Deed deed) implements Material {
    public Unrecorded {
      content = storable(content);
      text = storable(text);
    }
  }

  /**
   * All of it.
   *
   * @param author the platform's name for the account; empty when it was not given
   * @param signals what was observed and what each clause made of it, as JSON
   * @param label by which its clock runs
   */
  record Recorded(
      String content,
      int revision,
      String text,
      String author,
      String signals,
      Label label,
      Deed deed)
      implements Material {
    public Recorded {
      content = storable(content);
      text = storable(text);
      author = storable(author);
      signals = storable(signals);
    }
  }

  /** PostgreSQL's texts cannot hold U+0000: one post with it would fail its whole group. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
