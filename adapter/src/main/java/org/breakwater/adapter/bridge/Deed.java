package org.breakwater.adapter.bridge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Breakwater orders of a content, or of its author's account; see docs/integrate.md. */
public enum Deed {
  HIDE,
  SHOW,
  REVIEW,
  RELEASE,
  LIMIT_REPLIES,
  FREE_REPLIES,
  MASK_CONTACTS,
  SHOW_CONTACTS,
  STOP_PUBLISHING,
  DISABLE_ACCOUNT,
  ENABLE_ACCOUNT;

  /** The word in messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Deed> named(String word) {
    return Arrays.stream(values()).filter(deed -> deed.word().equals(word)).findFirst();
  }
}
