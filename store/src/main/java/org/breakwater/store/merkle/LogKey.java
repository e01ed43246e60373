package org.breakwater.store.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** A log's private ed25519 key. Immutable; never printed. */
public final class LogKey {
  private final PrivateKey key;
  private final VerifyKey verifyKey;

  private LogKey(PrivateKey key, VerifyKey verifyKey) {
    this.key = key;
    this.verifyKey = verifyKey;
  }

  /** A new key of a log with that name. */
  public static LogKey generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new LogKey(pair.getPrivate(), VerifyKey.of(name, pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 15 has Ed25519", e);
    }
  }

  /** Reads what {@link #secret} writes; empty for anything else, or when its halves do not fit. */
  public static Optional<LogKey> parse(String secret) {
    String[] lines = secret.strip().split("\n", -1);
    if (lines.length != 2) return Optional.empty();
    return VerifyKey.parse(lines[0]).flatMap(key -> parse(key, lines[1]));
  }

  private static Optional<LogKey> parse(VerifyKey verifyKey, String pkcs8) {
    try {
      byte[] encoded = Base64.getDecoder().decode(pkcs8.strip());
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      var read = new LogKey(key, verifyKey);
      byte[] trial = "trial".getBytes(UTF_8);
      return verifyKey.verifies(trial, read.sign(trial)) ? Optional.of(read) : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Two lines for a file that only its owner may read: the public key, the private in PKCS#8. */
  public String secret() {
    return verifyKey + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n";
  }

  public VerifyKey verifyKey() {
    return verifyKey;
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an Ed25519 key signs everything", e);
    }
  }
}
