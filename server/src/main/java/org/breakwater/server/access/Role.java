package org.breakwater.server.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a person is here for. */
public enum Role {
  /** Reviews content; sees its words, not its author. */
  MODERATOR,
  /** Reviews what others reviewed; sees the author too. */
  SENIOR_MODERATOR,
  /** Writes the rules; sees how they were applied, not to whom. */
  POLICY_MANAGER,
  /** Reports; sees figures. */
  TRANSPARENCY_OFFICER,
  /** Checks what others did; sees decisions and the log. */
  AUDITOR,
  /** Lets people and machines in; sees no content. */
  ADMINISTRATOR;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role with that word; empty when there is none. */
  public static Optional<Role> named(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** The roles in a text with blanks between their words; others are passed over. */
  static Set<Role> parse(String words) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : words.split(" ", -1)) named(word).ifPresent(roles::add);
    return roles;
  }

  static String words(Collection<Role> roles) {
    return new TreeSet<>(roles).stream().map(Role::word).collect(Collectors.joining(" "));
  }
}
