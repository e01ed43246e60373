package org.breakwater.store.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What signs the messages of one endpoint. */
public sealed interface SigningKey {
  /** Of an HMAC secret; the specification asks for 24 to 64. */
  int SECRET_BYTES = 32;

  /** Of an Ed25519 public key (RFC 8032). */
  int PUBLIC_BYTES = 32;

  Scheme scheme();

  /** What the receiver needs: the secret, or the public key. */
  String shown();

  /** The version and the signature of these bytes in base64, a comma between them. */
  String sign(byte[] signed);

  /** The bytes to be sealed. */
  byte[] bytes();

  /** One value of the header {@code webhook-signature}. */
  default String signature(String id, long timestamp, byte[] body) {
    byte[] head = (id + "." + timestamp + ".").getBytes(UTF_8);
    return sign(ByteBuffer.allocate(head.length + body.length).put(head).put(body).array());
  }

  static SigningKey fresh(Scheme scheme) {
    return switch (scheme) {
      case HMAC -> {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        yield new Hmac(secret);
      }
      case ED25519 -> Ed25519.fresh();
    };
  }

  /** The key that was sealed as these bytes. */
  static SigningKey of(Scheme scheme, byte[] bytes) {
    return switch (scheme) {
      case HMAC -> new Hmac(bytes);
      case ED25519 -> Ed25519.of(bytes);
    };
  }

  /** A secret that both sides know. */
  final class Hmac implements SigningKey {
    private final byte[] secret;

    Hmac(byte[] secret) {
      this.secret = secret.clone();
    }

    @Override
    public Scheme scheme() {
      return Scheme.HMAC;
    }

    @Override
    public String shown() {
      return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    @Override
    public byte[] bytes() {
      return secret.clone();
    }

    @Override
    public String sign(byte[] signed) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
      }
    }
  }

  /** A pair of keys whose private one never leaves this server. */
  final class Ed25519 implements SigningKey {
    private final byte[] publicKey;
    private final PrivateKey privateKey;

    private Ed25519(byte[] publicKey, PrivateKey privateKey) {
      this.publicKey = publicKey;
      this.privateKey = privateKey;
    }

    static Ed25519 fresh() {
      try {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        // X.509 puts the key itself last.
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
        return new Ed25519(raw, pair.getPrivate());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has Ed25519", e);
      }
    }

    /** The public key, then the private one in PKCS #8. */
    static Ed25519 of(byte[] bytes) {
      try {
        byte[] encoded = Arrays.copyOfRange(bytes, PUBLIC_BYTES, bytes.length);
        return new Ed25519(
            Arrays.copyOf(bytes, PUBLIC_BYTES),
            KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("not an Ed25519 key", e);
      }
    }

    @Override
    public Scheme scheme() {
      return Scheme.ED25519;
    }

    @Override
    public String shown() {
      return "whpk_" + Base64.getEncoder().encodeToString(publicKey);
    }

    @Override
    public byte[] bytes() {
      byte[] encoded = privateKey.getEncoded();
      return ByteBuffer.allocate(PUBLIC_BYTES + encoded.length).put(publicKey).put(encoded).array();
    }

    @Override
    public String sign(byte[] signed) {
      try {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(privateKey);
        signature.update(signed);
        return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has Ed25519", e);
      }
    }
  }
}
