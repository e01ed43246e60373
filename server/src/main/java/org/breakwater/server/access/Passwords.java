package org.breakwater.server.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Argon2id with OWASP's least settings: 19 MiB, two passes. Safe for use by many threads. */
final class Passwords {
  static final int LENGTH_MAX = 128;

  /** Of 0 to 4; 3 stands for 10^8 to 10^10 guesses. */
  private static final int SCORE_MIN = 3;

  private static final int MEASURED_MAX = 64;

  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID, 19);
  private static final int SALT_BYTES = 16;

  /** Each takes 19 MiB and a core: more at once would starve decisions. */
  private static final Semaphore AT_ONCE = new Semaphore(2);

  /** Compared with where there is no such person, so that the time does not tell. */
  private static final String NOBODY = hash(Secret.fresh());

  private Passwords() {}

  static String hash(String password) {
    AT_ONCE.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
    } finally {
      AT_ONCE.release();
    }
  }

  /**
   * Whether the password is the one that was hashed; as slow where nothing was.
   *
   * @param hash empty where there is none
   */
  static boolean matches(String password, Optional<String> hash) {
    AT_ONCE.acquireUninterruptibly();
    try {
      String stored = hash.orElse(NOBODY);
      boolean same =
          Password.check(password, stored).with(Argon2Function.getInstanceFromHash(stored));
      return same && hash.isPresent();
    } finally {
      AT_ONCE.release();
    }
  }

  /** What is wrong with a password somebody wants; empty when nothing is. */
  static Optional<String> fault(String login, String password, int lengthMin) {
    if (password.length() < lengthMin)
      return Optional.of("has fewer than %d characters".formatted(lengthMin));
    if (password.length() > LENGTH_MAX)
      return Optional.of("has more than %d characters".formatted(LENGTH_MAX));
    String lower = password.toLowerCase(Locale.ROOT);
    if (lower.contains(login) || lower.contains("breakwater"))
      return Optional.of("contains your name or ours");
    if (password.chars().distinct().count() < 5) return Optional.of("repeats too few characters");
    return isEasy(login, password)
        ? Optional.of("is common or easy to guess; several words nobody would put together are not")
        : Optional.empty();
  }

  /** Whether somebody finds it with the lists that guessers have. */
  private static boolean isEasy(String login, String password) {
    // The time to measure grows faster than the length.
    String measured = password.substring(0, Math.min(MEASURED_MAX, password.length()));
    AT_ONCE.acquireUninterruptibly();
    try {
      return new Zxcvbn().measure(measured, List.of(login, "breakwater")).getScore() < SCORE_MIN;
    } finally {
      AT_ONCE.release();
    }
  }
}
