package org.breakwater.server.http;

import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.GroupHistory;
import org.breakwater.engine.content.History;
import org.breakwater.engine.content.Past;

/** What people confirmed of authors and groups, at hand for every decision. */
public final class Pasts {
  /** Of an author and a group of whom nothing was confirmed. */
  static final Past NOTHING = of(History.NONE, GroupHistory.NONE);

  private final Histories authors;
  private final GroupHistories groups;

  public Pasts(Histories authors, GroupHistories groups) {
    this.authors = authors;
    this.groups = groups;
  }

  /** What may be asked of an event; looked up when it is asked. */
  Past of(ContentEvent event) {
    return new Past() {
      @Override
      public History author() {
        return authors.of(event.author());
      }

      @Override
      public GroupHistory group() {
        return groups.of(event);
      }
    };
  }

  /** What was, said beforehand. */
  static Past of(History author, GroupHistory group) {
    return new Past() {
      @Override
      public History author() {
        return author;
      }

      @Override
      public GroupHistory group() {
        return group;
      }
    };
  }

  /** Looks for new ones now. */
  void refresh() {
    authors.refresh();
    groups.refresh();
  }
}
