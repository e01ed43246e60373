package org.breakwater.store.webhook;

import java.util.Locale;

/** Why an attempt was not answered, or why there will be none. */
public enum Fault {
  /** The host has no address. */
  NO_ADDRESS,
  /** The host has an address that may not be reached from here. */
  REFUSED_ADDRESS,
  /** Nobody listens there, or not within the time. */
  CONNECT,
  /** Its certificate is not good for its name. */
  TLS,
  /** It took longer than an attempt may. */
  TIMEOUT,
  /** It hung up. */
  RESET,
  /** What it answered is no HTTP. */
  PROTOCOL,
  /** No secret of the endpoint can be opened with the key that is here. */
  NO_SECRET,
  /** The message is longer than messages may be. */
  TOO_LONG,
  /** The endpoint was disabled or removed while the message waited. */
  ENDPOINT_CLOSED,
  /** It waited longer than a message is kept. */
  EXPIRED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
