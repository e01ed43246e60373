package org.breakwater.store.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public ed25519 key of a log or of a witness, with its name, as C2SP signed-note writes them.
 * Immutable.
 */
public final class VerifyKey {
  private static final byte ED25519 = 1;
  private static final byte COSIGNATURE = 4;
  private static final int KEY_BYTES = 32;

  /** What stands before the 32 bytes in a key's X.509 form (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte type;
  private final byte[] key;

  private VerifyKey(String name, byte type, byte[] key) {
    this.name = name;
    this.type = type;
    this.key = key;
  }

  static VerifyKey of(String name, PublicKey key) {
    return of(name, ED25519, key);
  }

  static VerifyKey ofWitness(String name, PublicKey key) {
    return of(name, COSIGNATURE, key);
  }

  private static VerifyKey of(String name, byte type, PublicKey key) {
    byte[] encoded = key.getEncoded();
    return new VerifyKey(name, type, Arrays.copyOfRange(encoded, X509.length, encoded.length));
  }

  /** Reads a log's key, {@code name+hash+base64}; empty when the text is no such key. */
  public static Optional<VerifyKey> parse(String text) {
    return parse(text, ED25519);
  }

  /** Reads a witness's key in the same form (C2SP tlog-cosignature). */
  public static Optional<VerifyKey> parseWitness(String text) {
    return parse(text, COSIGNATURE);
  }

  private static Optional<VerifyKey> parse(String text, byte type) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3 || parts[0].isEmpty()) return Optional.empty();
    try {
      byte[] typed = Base64.getDecoder().decode(parts[2]);
      if (typed.length != KEY_BYTES + 1 || typed[0] != type) return Optional.empty();
      var key = new VerifyKey(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
      return key.toString().equals(text.strip()) ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public String name() {
    return name;
  }

  /** The four bytes by which a signature line names its key. */
  byte[] id() {
    byte[] hash = sha256(concat((name + "\n").getBytes(UTF_8), typed()));
    return Arrays.copyOf(hash, 4);
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      PublicKey decoded =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(concat(X509, key)));
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(decoded);
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException _) {
      return false; // not a point of the curve, or not a signature
    }
  }

  /** {@code name+hash+base64}, for people who verify. */
  @Override
  public String toString() {
    String hash = HexFormat.of().formatHex(id());
    return "%s+%s+%s".formatted(name, hash, Base64.getEncoder().encodeToString(typed()));
  }

  private byte[] typed() {
    return concat(new byte[] {type}, key);
  }

  static byte[] concat(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (byte[] part : parts) whole.writeBytes(part);
    return whole.toByteArray();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
