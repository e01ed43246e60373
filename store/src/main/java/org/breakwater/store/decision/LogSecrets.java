package org.breakwater.store.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.breakwater.store.database.OwnFile;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.merkle.LogKey;

/**
 * The keys that stay outside the database and its backups: one to sign the log, one to name content
 * without saying its name. Whoever has the database alone can neither test a guess at a content id
 * nor at a decision.
 */
public final class LogSecrets {
  private static final int KEY_BYTES = 32;

  /** How logs are called in which all is simulated; no other may be (RFC 6761, section 6.4). */
  private static final String DEMO = "demo.invalid/";

  private static final HexFormat HEX = HexFormat.of();

  private final LogKey logKey;

  /** Keyed already, and cloned for each use: looking a Mac up and keying it takes longer. */
  private final Mac names;

  private LogSecrets(LogKey logKey, byte[] master) {
    this.logKey = logKey;
    this.names = keyed(master);
  }

  private static Mac keyed(byte[] master) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(master, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  /** The keys in a folder that only its owner may enter, made where they are missing. */
  public static LogSecrets in(Path folder) {
    return in(folder, "localhost/");
  }

  /**
   * Keys of a log in which all is simulated. Every checkpoint, receipt and notice says so by the
   * log's name, and a log never changes its name.
   */
  public static LogSecrets ofDemo(Path folder) {
    return in(folder, DEMO);
  }

  private static LogSecrets in(Path folder, String host) {
    var logFile = new OwnFile(folder.resolve("log.key"));
    String secret = logFile.orFirst(() -> LogKey.generate(newName(host)).secret());
    LogKey logKey = LogKey.parse(secret).orElseThrow(() -> unreadable(logFile));
    var nameFile = new OwnFile(folder.resolve("names.key"));
    String master = nameFile.orFirst(() -> HEX.formatHex(random(KEY_BYTES)) + "\n").strip();
    if (!master.matches("[0-9a-f]{64}")) throw unreadable(nameFile);
    return new LogSecrets(logKey, HEX.parseHex(master));
  }

  private static String newName(String host) {
    return host + "breakwater/" + HEX.formatHex(random(4));
  }

  private static StoreFault unreadable(OwnFile file) {
    return new StoreFault(
        StoreFault.Code.FILE,
        "`%s` is no key; put back the one this data was written with".formatted(file.path()));
  }

  public LogKey logKey() {
    return logKey;
  }

  /** Whether all in this log is simulated, the time too. */
  public boolean isDemo() {
    return logKey.verifyKey().name().startsWith(DEMO);
  }

  /** Says which keys these are, and nothing else about them. */
  String fingerprint() {
    return logKey.verifyKey() + " " + name("fingerprint");
  }

  /** A name for something under this key: 128 bits that say nothing without it. */
  public UUID name(String what, byte[]... parts) {
    var bits = ByteBuffer.wrap(hmac(what, parts));
    return new UUID(bits.getLong(), bits.getLong());
  }

  /** The salt that a seed stands for: 32 bytes, unknown to whoever has the database alone. */
  byte[] salt(UUID seed) {
    return hmac("salt", bytes(seed));
  }

  /**
   * A lock for what is handed out and comes back, such as a link: nobody else can make, change or
   * read it.
   */
  public Aead lock(String purpose) {
    try {
      return new AesGcmJce(hmac("lock " + purpose));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /** What shows later that a row is still what it was when it was written. */
  UUID seal(String table, Object... columns) {
    var row = new ByteArrayOutputStream();
    for (Object column : columns) {
      byte[] bytes = bytes(column);
      row.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
      row.writeBytes(bytes);
    }
    return name("seal " + table, row.toByteArray());
  }

  private static byte[] bytes(Object column) {
    return switch (column) {
      case UUID uuid ->
          ByteBuffer.allocate(16)
              .putLong(uuid.getMostSignificantBits())
              .putLong(uuid.getLeastSignificantBits())
              .array();
      default -> column.toString().getBytes(UTF_8);
    };
  }

  private byte[] hmac(String what, byte[]... parts) {
    try {
      Mac mac = (Mac) names.clone();
      mac.update((what + "\0").getBytes(UTF_8));
      for (byte[] part : parts) {
        mac.update(ByteBuffer.allocate(4).putInt(part.length).array());
        mac.update(part);
      }
      return mac.doFinal();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's HMAC-SHA-256 can be cloned", e);
    }
  }

  private static byte[] random(int count) {
    var bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
