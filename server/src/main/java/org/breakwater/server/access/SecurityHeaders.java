package org.breakwater.server.access;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.stream.Collectors;

/** What every answer tells a browser: nothing from elsewhere, nothing inside others, no traces. */
final class SecurityHeaders {
  private static final String CONTENT =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** Each name and value, encoded once. */
  private static final Map<CharSequence, CharSequence> ALWAYS =
      encoded(
          Map.of(
              "Content-Security-Policy", CONTENT,
              "X-Content-Type-Options", "nosniff",
              "X-Frame-Options", "DENY",
              "Referrer-Policy", "no-referrer",
              "Cross-Origin-Opener-Policy", "same-origin",
              "Cross-Origin-Resource-Policy", "same-origin",
              "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
              "Cache-Control", "no-store"));

  private SecurityHeaders() {}

  private static Map<CharSequence, CharSequence> encoded(Map<String, String> headers) {
    return headers.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                header -> HttpHeaders.createOptimized(header.getKey()),
                header -> HttpHeaders.createOptimized(header.getValue())));
  }

  static void put(RoutingContext request, boolean encrypted) {
    MultiMap headers = request.response().headers();
    ALWAYS.forEach(headers::set);
    if (encrypted) headers.set("Strict-Transport-Security", "max-age=31536000");
  }
}
