package org.breakwater.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets that are shown once and kept only by their hash. */
final class Secret {
  private static final int BYTES = 32;

  private Secret() {}

  /** 256 random bits, in letters that need no quoting anywhere. */
  static String fresh() {
    return fresh(BYTES);
  }

  static String fresh(int count) {
    var bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Enough for what nobody can guess; what people choose is in {@link Passwords}. */
  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** In a time that does not tell where they differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}
