package org.breakwater.store.decision;

import java.util.List;
import org.breakwater.engine.policy.Label;

/** What is kept of the content itself, so that people can review it. */
public sealed interface Material {
  /** What is to be done about it. */
  List<Ordered> actions();

  /** Nothing: the content is allowed. */
  record None() implements Material {
    @Override
    public List<Ordered> actions() {
      return List.of();
    }
  }

  /**
   * Words and content id, and nothing that leads to a person: not allowed, but the label is one
   * that leaves no record.
   */
  record Unrecorded(String content, int revision, String text, List<Ordered> actions)
      implements Material {
    public Unrecorded {
      content = storable(content);
      text = storable(text);
      actions = List.copyOf(actions);
    }

    /** With nothing to be done but this. */
    public Unrecorded(String content, int revision, String text, Deed deed) {
      this(content, revision, text, List.of(Ordered.of(deed)));
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
      List<Ordered> actions)
      implements Material {
    public Recorded {
      content = storable(content);
      text = storable(text);
      author = storable(author);
      signals = storable(signals);
      actions = List.copyOf(actions);
    }

    /** With nothing to be done but this. */
    public Recorded(
        String content,
        int revision,
        String text,
        String author,
        String signals,
        Label label,
        Deed deed) {
      this(content, revision, text, author, signals, label, List.of(Ordered.of(deed)));
    }
  }

  /** PostgreSQL's texts cannot hold U+0000: one post with it would fail its whole group. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
