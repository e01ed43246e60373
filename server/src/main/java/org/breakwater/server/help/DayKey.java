package org.breakwater.server.help;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of one day that is in memory only and forgotten with it: what is drawn from a session today
 * says nothing about tomorrow's, and nothing can be worked out afterwards. A restart draws a new
 * one. Safe for use by many threads.
 */
final class DayKey {
  /** Sessions that are counted once; beyond that nothing is counted, rather than twice. */
  private static final int SEEN_MAX = 500_000;

  private final LocalDate day;
  private final SecretKeySpec key;
  private final Set<Long> seen = ConcurrentHashMap.newKeySet();

  DayKey(LocalDate day) {
    this.day = day;
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  boolean isOf(LocalDate other) {
    return day.equals(other);
  }

  /** A number from 0 to 999, the same for the same session and seed all day. */
  int draw(String seed, String session) {
    return (int) Long.remainderUnsigned(hashed("draw", seed, session), 1_000);
  }

  /** Whether this session does this for the first time today. */
  boolean isFirst(String what, String session) {
    return seen.size() < SEEN_MAX && seen.add(hashed("seen", what, session));
  }

  private long hashed(String... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        mac.update(bytes);
      }
      return ByteBuffer.wrap(mac.doFinal()).getLong();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}
