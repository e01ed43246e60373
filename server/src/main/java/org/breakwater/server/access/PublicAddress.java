package org.breakwater.server.access;

import org.breakwater.server.settings.ListenSettings;

/**
 * The server as browsers see it, which is the proxy's address where one stands before it.
 *
 * @param origin scheme, host and port, without a slash at the end; empty for plain HTTP at whatever
 *     the browser calls it
 */
public record PublicAddress(String origin) {
  public PublicAddress {
    if (!origin.isEmpty() && !ListenSettings.isOrigin(origin))
      throw new IllegalArgumentException("not an origin such as `https://trust.example.org`");
  }

  public boolean isEncrypted() {
    return origin.startsWith("https:");
  }

  /** Whether a page of that origin is one of ours. */
  boolean isOurs(String other, String host) {
    return other.equals(origin.isEmpty() ? "http://" + host : origin);
  }

  /** The name of the session's cookie; browsers hold a {@code __Host-} one to this host alone. */
  public String cookie() {
    return isEncrypted() ? "__Host-breakwater" : "breakwater";
  }
}
