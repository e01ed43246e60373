package org.breakwater.casework.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One way in which a person's content or account is restricted. The strongest stands first. */
public enum Restriction {
  /** Confirmed by a person; its softer form of 30 days is part of its words (design.md §5). */
  ACCOUNT_DISABLED(Scope.ACCOUNT, Lasting.UNTIL_UNDONE),
  /** Hidden from everybody but its author. */
  REMOVED(Scope.CONTENT, Lasting.UNTIL_UNDONE),
  AD_REFUSED(Scope.CONTENT, Lasting.UNTIL_UNDONE),
  /** Hidden, because its clause says so, until a person decides. */
  HIDDEN(Scope.CONTENT, Lasting.UNTIL_DECIDED),
  AD_WAITING(Scope.CONTENT, Lasting.UNTIL_DECIDED),
  /** Visible and not amplified until a person decides. */
  LIMITED(Scope.CONTENT, Lasting.UNTIL_DECIDED),
  REPLIES_LIMITED(Scope.CONTENT, Lasting.DAYS),
  CONTACTS_MASKED(Scope.CONTACTS, Lasting.UNTIL_UNDONE),
  /** Nothing happens yet; it is said because a machine proposed it. */
  ACCOUNT_PROPOSED(Scope.ACCOUNT, Lasting.UNTIL_DECIDED);

  /** What is touched. */
  public enum Scope {
    CONTENT,
    CONTACTS,
    ACCOUNT
  }

  /** When it ends. */
  public enum Lasting {
    UNTIL_UNDONE,
    UNTIL_DECIDED,
    DAYS
  }

  private final Scope scope;
  private final Lasting lasting;

  Restriction(Scope scope, Lasting lasting) {
    this.scope = scope;
    this.lasting = lasting;
  }

  public Scope scope() {
    return scope;
  }

  Lasting lasting() {
    return lasting;
  }

  /** Whether nobody but its author sees the content. */
  public boolean hides() {
    return this == REMOVED || this == HIDDEN || this == AD_REFUSED || this == AD_WAITING;
  }

  boolean isOfAds() {
    return this == AD_REFUSED || this == AD_WAITING;
  }

  /** The restriction with that word; empty when there is none. */
  public static Optional<Restriction> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The lower-case word used in templates and JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
