package org.breakwater.store.merkle;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** A SHA-256 value as RFC 6962 uses them: of a leaf, of a node, or of nothing. Immutable. */
public final class Hash {
  /** Length in bytes. */
  public static final int BYTES = 32;

  /** The root of a tree without leaves. */
  public static final Hash OF_NOTHING = new Hash(digest().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** SHA-256(0x00 ‖ parts), the hash of a leaf. */
  public static Hash ofLeaf(byte[]... parts) {
    MessageDigest digest = digest();
    digest.update(LEAF);
    for (byte[] part : parts) digest.update(part);
    return new Hash(digest.digest());
  }

  /** SHA-256(0x01 ‖ left ‖ right), the hash of a node. */
  public static Hash ofNode(Hash left, Hash right) {
    MessageDigest digest = digest();
    digest.update(NODE);
    digest.update(left.bytes);
    digest.update(right.bytes);
    return new Hash(digest.digest());
  }

  /** A hash somebody else computed; {@code bytes} are 32. */
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES)
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    return new Hash(bytes.clone());
  }

  /** A hash in base64; empty when the text is none. */
  public static Optional<Hash> parse(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return bytes.length == BYTES ? Optional.of(new Hash(bytes)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** In base64, as checkpoints and receipts write it. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return ByteBuffer.wrap(bytes).getInt();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
