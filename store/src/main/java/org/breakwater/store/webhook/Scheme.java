package org.breakwater.store.webhook;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How a message is signed (Standard Webhooks 1.0.0). */
public enum Scheme {
  /** {@code v1}: HMAC-SHA-256 under a secret that both sides know. */
  HMAC,
  /** {@code v1a}: Ed25519; the receiver has the public key only. */
  ED25519;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scheme with that word; empty when there is none. */
  public static Optional<Scheme> named(String word) {
    return Arrays.stream(values()).filter(scheme -> scheme.word().equals(word)).findFirst();
  }

  static Set<Scheme> parse(String words) {
    Set<Scheme> schemes = EnumSet.noneOf(Scheme.class);
    for (String word : words.split(" ", -1)) named(word).ifPresent(schemes::add);
    return schemes;
  }

  static String words(Collection<Scheme> schemes) {
    return new TreeSet<>(schemes).stream().map(Scheme::word).collect(Collectors.joining(" "));
  }
}
