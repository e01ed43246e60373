package org.breakwater.store.decision;

import java.util.Locale;

/** What the platform is told to do with a content; it says nothing about why. */
public enum Deed {
  /** Show it to nobody but its author. */
  HIDE,
  /** Leave it where it is and do not amplify it, until a person has decided. */
  REVIEW;

  /** The lower-case word that is stored and sent. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
