package org.breakwater.store.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** A witness that signs whatever it is shown. */
public final class Witness {
  private final String name;
  private final KeyPair keys;

  public Witness(String name) {
    this.name = name;
    try {
      this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public VerifyKey key() {
    return VerifyKey.ofWitness(name, keys.getPublic());
  }

  /** The note with its line at the end. */
  public String cosigned(String note, long seconds) {
    String body = note.substring(0, note.indexOf("\n\n") + 1);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(("cosignature/v1\ntime " + seconds + "\n" + body).getBytes(UTF_8));
      byte[] time = ByteBuffer.allocate(8).putLong(seconds).array();
      byte[] named = VerifyKey.concat(key().id(), time, signature.sign());
      return note + "— " + name + " " + Base64.getEncoder().encodeToString(named) + "\n";
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
