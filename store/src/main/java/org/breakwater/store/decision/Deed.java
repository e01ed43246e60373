package org.breakwater.store.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the platform is told to do with a content, or its author's account; never why. */
public enum Deed {
  /** Show it to nobody but its author. */
  HIDE,
  /** Show it again. */
  SHOW,
  /** Leave it where it is and do not amplify it, until a person has decided. */
  REVIEW,
  /** It may be amplified again. */
  RELEASE,
  /** Only those who know each other may reply. */
  LIMIT_REPLIES,
  /** Everybody may reply again. */
  FREE_REPLIES,
  /** Hide contact details within it. */
  MASK_CONTACTS,
  /** Show them again. */
  SHOW_CONTACTS,
  /** Its author publishes nothing; reads, reaches contacts, exports and appeals as before. */
  STOP_PUBLISHING,
  /** Close its author's account. */
  DISABLE_ACCOUNT,
  /** Give its author's account back, with all it held. */
  ENABLE_ACCOUNT;

  /** The lower-case word that is stored and sent. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The deed with that word; empty when there is none. */
  public static Optional<Deed> named(String word) {
    return Arrays.stream(values()).filter(deed -> deed.word().equals(word)).findFirst();
  }

  /** What puts things back; empty for what itself puts something back. */
  public Optional<Deed> undo() {
    return switch (this) {
      case HIDE -> Optional.of(SHOW);
      case REVIEW -> Optional.of(RELEASE);
      case LIMIT_REPLIES -> Optional.of(FREE_REPLIES);
      case MASK_CONTACTS -> Optional.of(SHOW_CONTACTS);
      case STOP_PUBLISHING, DISABLE_ACCOUNT -> Optional.of(ENABLE_ACCOUNT);
      case SHOW, RELEASE, FREE_REPLIES, SHOW_CONTACTS, ENABLE_ACCOUNT -> Optional.empty();
    };
  }
}
