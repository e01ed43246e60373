package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.breakwater.engine.signal.WebAddress.Kind;

/** Finds addresses of mail and web, one run of non-blank characters at a time. */
final class WebAddresses {
  /** Hosts that open a conversation. */
  private static final Set<String> APP_HOSTS =
      Set.of(
          "wa.me",
          "t.me",
          "m.me",
          "api.whatsapp.com",
          "chat.whatsapp.com",
          "telegram.me",
          "signal.me",
          "signal.group",
          "invite.viber.com",
          "line.me",
          "call.imo.im");

  /** Endings that are no word in a text whose full stop lost its blank. */
  private static final Set<String> PLAIN_ENDINGS =
      Set.of("com", "org", "net", "edu", "gov", "gob", "xyz", "io", "int", "example");

  /** Endings that need a path behind, or a second-level ending before: vivo.es bien. */
  private static final Set<String> DOUBTFUL_ENDINGS =
      Set.of(
          "info", "me", "co", "app", "online", "site", "shop", "link", "top", "ly", "gl", "gd",
          "be", "tv", "us", "mx", "es", "ar", "cl", "pe", "ec", "ve", "gt", "hn", "sv", "cr", "do",
          "uk", "fr", "de", "it", "pt", "gr", "tr", "al", "nl", "ru", "eu", "ca", "br", "in", "pk");

  private static final Set<String> SECOND_LEVEL =
      Set.of("com", "co", "org", "gob", "gov", "gouv", "net", "edu", "ac");

  /** Which endings count, by what else says that this is an address. */
  private enum Trust {
    /** An at sign or {@code www.}. */
    ANY,
    /** A path. */
    KNOWN,
    /** Nothing. */
    PLAIN
  }

  private static final String OPENING = "(<[{\"'“«¿¡*_";
  private static final String CLOSING = ").,;:!?>]}\"'”»*_…";

  private WebAddresses() {}

  static List<WebAddress> in(String text) {
    var found = new ArrayList<WebAddress>(1);
    int at = 0;
    while (at < text.length()) {
      int from = at;
      while (at < text.length() && !isBlank(text.charAt(at))) at++;
      if (at - from >= 4) look(text, from, at, found);
      at++;
    }
    return found;
  }

  private static void look(String text, int from, int to, List<WebAddress> found) {
    int start = from;
    int end = to;
    while (start < end && OPENING.indexOf(text.charAt(start)) >= 0) start++;
    while (end > start && CLOSING.indexOf(text.charAt(end - 1)) >= 0) end--;
    if (!mayBeAddress(text, start, end)) return;
    String chunk = text.substring(start, end).toLowerCase(Locale.ROOT);
    int label = startOfAddress(chunk);
    String address = chunk.substring(label).replace("[", "").replace("]", "");
    if (isEmail(address)) found.add(new WebAddress(start + label, end, Kind.EMAIL));
    else if (isAppLink(address)) found.add(new WebAddress(start + label, end, Kind.APP));
    else if (isUrl(address)) found.add(new WebAddress(start + label, end, Kind.URL));
  }

  private static boolean mayBeAddress(String text, int start, int end) {
    return text.indexOf('.', start, end) >= 0 || text.indexOf("://", start, end) >= 0;
  }

  /** Skips a label glued to the address: {@code web:www.example.org}, {@code 👉example.org}. */
  private static int startOfAddress(String chunk) {
    int scheme = chunk.indexOf("http");
    if (scheme < 0) scheme = chunk.indexOf("hxxp");
    if (scheme >= 0) return scheme;
    int last = chunk.length() - 1;
    int dot = chunk.indexOf('.');
    for (int at = Math.min(dot, last); at >= 0; at--) {
      if (!isAddressPart(chunk.charAt(at))) return at + 1;
    }
    return 0;
  }

  private static boolean isEmail(String address) {
    int at = address.indexOf('@');
    return at > 0 && address.indexOf('/') < 0 && isHost(address.substring(at + 1), Trust.ANY);
  }

  private static boolean isUrl(String address) {
    if (address.indexOf('@') >= 0 && !hasScheme(address)) return false;
    if (hasScheme(address)) return address.length() > 8;
    String host = host(address);
    boolean path = address.length() > host.length() + 1 && address.charAt(host.length()) == '/';
    if (host.startsWith("www.")) return isHost(host, Trust.ANY);
    return isHost(host, path ? Trust.KNOWN : Trust.PLAIN);
  }

  private static boolean hasScheme(String address) {
    return address.startsWith("http://")
        || address.startsWith("https://")
        || address.startsWith("hxxp");
  }

  private static boolean isAppLink(String address) {
    String rest = hasScheme(address) ? address.substring(address.indexOf(':') + 1) : address;
    while (rest.startsWith("/")) rest = rest.substring(1);
    String host = host(rest);
    if (host.startsWith("www.")) host = host.substring(4);
    return APP_HOSTS.contains(host) && rest.length() > host.length() + 1;
  }

  private static String host(String address) {
    for (int at = 0; at < address.length(); at++) {
      char c = address.charAt(at);
      if (c == '/' || c == '?' || c == ':' || c == '#') return address.substring(0, at);
    }
    return address;
  }

  private static boolean isHost(String host, Trust trust) {
    String[] labels = host.split("\\.", -1);
    if (labels.length < 2) return false;
    for (String label : labels) {
      if (label.isEmpty() || !label.chars().allMatch(WebAddresses::isHostPart)) return false;
    }
    if (labels.length == 2 && labels[0].chars().allMatch(Character::isDigit)) return false;
    String ending = labels[labels.length - 1];
    if (PLAIN_ENDINGS.contains(ending)) return true;
    return switch (trust) {
      case ANY -> ending.length() >= 2 && ending.chars().allMatch(Character::isLetter);
      case KNOWN -> DOUBTFUL_ENDINGS.contains(ending);
      case PLAIN -> DOUBTFUL_ENDINGS.contains(ending) && isSecondLevel(labels);
    };
  }

  private static boolean isSecondLevel(String[] labels) {
    return labels.length > 2 && SECOND_LEVEL.contains(labels[labels.length - 2]);
  }

  private static boolean isHostPart(int c) {
    return c == '-' || Character.isLetterOrDigit(c);
  }

  private static boolean isAddressPart(char c) {
    return "._%+-@[]".indexOf(c) >= 0 || Character.isLetterOrDigit(c);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00A0' || c == ',' || c == '|';
  }
}
