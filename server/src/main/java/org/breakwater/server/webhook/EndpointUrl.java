package org.breakwater.server.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses may be given for an endpoint. What a name leads to is looked at when sending. */
final class EndpointUrl {
  private static final int LENGTH_MAX = 2_000;
  private static final int PORT_MAX = 65_535;

  /**
   * What an old resolver takes for an IPv4 address: its last label begins with a digit, as in
   * {@code 2130706433}, {@code 0x7f.1} or {@code 127.0.0.1}; no top-level domain does.
   */
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d[^.]*|0x[^.]*)\\.?");

  private static final Pattern DOTTED =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  private EndpointUrl() {}

  /** What is wrong with it; empty when nothing is. */
  static Optional<String> fault(String url, boolean allowsPrivate) {
    if (url.length() > LENGTH_MAX) return wrong("is longer than " + LENGTH_MAX + " characters");
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException _) {
      return wrong("is no URL");
    }
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean isPlain = scheme.equals("http");
    if (!isPlain && !scheme.equals("https")) return wrong("must begin with `https://`");
    if (host.isEmpty()) return wrong("names no host; one in other letters is written `xn--…`");
    if (isPlain && !(allowsPrivate && LOOPBACK.matcher(host).matches()))
      return wrong("must be `https`; `http` only to this machine, with --webhook-allow-private");
    if (uri.getRawUserInfo() != null) return wrong("must not hold a name or password");
    if (uri.getRawFragment() != null) return wrong("must not hold a fragment (`#…`)");
    if (uri.getPort() == 0 || uri.getPort() > PORT_MAX) return wrong("names a port there is not");
    return numeric(host, allowsPrivate);
  }

  private static Optional<String> numeric(String host, boolean allowsPrivate) {
    boolean isLiteral = DOTTED.matcher(host).matches() || host.startsWith("[");
    if (!isLiteral && NUMERIC.matcher(host).matches())
      return wrong("writes an address in a form that hides which one it is; write `192.0.2.1`");
    if (isLiteral && !allowsPrivate && !isGlobal(host))
      return wrong("is an address that messages may not go to");
    return Optional.empty();
  }

  private static boolean isGlobal(String host) {
    try {
      return new AddressGate(false).admits(AddressGate.literal(host));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Optional<String> wrong(String why) {
    return Optional.of(why);
  }
}
