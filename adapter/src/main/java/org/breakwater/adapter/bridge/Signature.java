package org.breakwater.adapter.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** How both platforms sign what they announce: HMAC-SHA256 over the body, in hexadecimal. */
public final class Signature {
  private final String secret;

  public Signature(String secret) {
    this.secret = secret;
  }

  /** The header of a body. */
  public String of(byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no HMAC here", e);
    }
  }

  /** Whether a header is that of a body; takes as long where it is not. */
  boolean holds(@Nullable String header, byte[] body) {
    return header != null
        && MessageDigest.isEqual(of(body).getBytes(UTF_8), header.getBytes(UTF_8));
  }
}
