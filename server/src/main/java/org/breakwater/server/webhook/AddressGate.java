package org.breakwater.server.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.breakwater.store.webhook.Fault;

/**
 * Which machines messages may go to. A name is resolved here, once, and the connection is made to
 * the very address that was judged: a name that leads elsewhere a moment later (DNS rebinding)
 * gains nothing. A name with one address that is refused is refused as a whole.
 */
final class AddressGate {
  /** Looks names up. */
  interface Resolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  /** What became of a name. */
  sealed interface Judged {
    record Admitted(InetAddress address) implements Judged {}

    record Refused(Fault fault) implements Judged {}
  }

  /** A range of addresses: those whose first bits are these. */
  private static final class Range {
    private final byte[] prefix;
    private final int bits;

    private Range(byte[] prefix, int bits) {
      this.prefix = prefix;
      this.bits = bits;
    }

    static Range of(String text) {
      int slash = text.indexOf('/');
      InetAddress first = literal(text.substring(0, slash));
      return new Range(first.getAddress(), Integer.parseInt(text.substring(slash + 1)));
    }

    boolean holds(byte[] address) {
      if (address.length != prefix.length) return false;
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i % 8);
        if ((address[i / 8] & mask) != (prefix[i / 8] & mask)) return false;
      }
      return true;
    }
  }

  /** What IANA's registry of special-purpose IPv4 addresses does not call globally reachable. */
  private static final List<Range> SPECIAL_4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** All that is given out of IPv6; what lies outside is local, mapped or not there yet. */
  private static final Range GLOBAL_6 = Range.of("2000::/3");

  /** Within it: protocols that carry IPv4 inside, and examples. */
  private static final List<Range> SPECIAL_6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private final boolean allowsPrivate;
  private final Resolver resolver;

  AddressGate(boolean allowsPrivate) {
    this(allowsPrivate, host -> Arrays.asList(InetAddress.getAllByName(host)));
  }

  AddressGate(boolean allowsPrivate, Resolver resolver) {
    this.allowsPrivate = allowsPrivate;
    this.resolver = resolver;
  }

  private static List<Range> ranges(String... texts) {
    return Arrays.stream(texts).map(Range::of).toList();
  }

  /** An address that is written as one, in brackets or not; no resolver is asked. */
  static InetAddress literal(String text) {
    return InetAddress.ofLiteral(text.replaceAll("[\\[\\]]", ""));
  }

  /** Looks a name up, and judges all it leads to. */
  Judged judge(String host) {
    try {
      List<InetAddress> found = resolver.resolve(host);
      if (found.isEmpty()) return new Judged.Refused(Fault.NO_ADDRESS);
      return found.stream().allMatch(this::admits)
          ? new Judged.Admitted(found.getFirst())
          : new Judged.Refused(Fault.REFUSED_ADDRESS);
    } catch (UnknownHostException _) {
      return new Judged.Refused(Fault.NO_ADDRESS);
    }
  }

  /** Whether messages may go there. */
  boolean admits(InetAddress address) {
    if (allowsPrivate) return true;
    // The JDK gives IPv4-mapped IPv6 addresses as IPv4.
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? SPECIAL_4.stream().noneMatch(range -> range.holds(bytes))
        : GLOBAL_6.holds(bytes) && SPECIAL_6.stream().noneMatch(range -> range.holds(bytes));
  }
}
