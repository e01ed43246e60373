package org.breakwater.store.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A database by address, with who asks. */
record PostgresUrl(String jdbc, String user, String password) {
  private static final String JDBC = "jdbc:";

  /** Reads {@code postgresql://user:password@host:port/name}, with or without {@code jdbc:}. */
  static PostgresUrl parse(String text) {
    try {
      URI uri = URI.create(text.startsWith(JDBC) ? text.substring(JDBC.length()) : text);
      String scheme = uri.getScheme();
      boolean known = "postgresql".equals(scheme) || "postgres".equals(scheme);
      if (!known || uri.getHost() == null || uri.getRawPath().length() < 2) throw unreadable();
      String[] who = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String jdbc = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
      return new PostgresUrl(jdbc, decoded(who[0]), who.length > 1 ? decoded(who[1]) : "");
    } catch (IllegalArgumentException _) {
      throw unreadable();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  // The text itself is not repeated: it may hold a password.
  private static StoreFault unreadable() {
    return new StoreFault(
        StoreFault.Code.DATABASE_GONE,
        "the database's address must read `postgresql://user:password@host:port/name`");
  }
}
