package org.breakwater.server.access;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** What every answer tells a browser: nothing from elsewhere, nothing inside others, no traces. */
final class SecurityHeaders {
  private static final String CONTENT =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  static void put(RoutingContext request, boolean encrypted) {
    MultiMap headers = request.response().headers();
    headers.set("Content-Security-Policy", CONTENT);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.set("Cache-Control", "no-store");
    if (encrypted) headers.set("Strict-Transport-Security", "max-age=31536000");
  }
}
