package org.breakwater.server;

import org.breakwater.server.settings.OidcSettings;
import org.breakwater.server.settings.Settings;

/** Hands the framework, which reads properties, its part of what the operator chose. */
final class Framework {
  private Framework() {}

  static void hand(Settings settings) {
    set("quarkus.http.host", settings.listen().host());
    set("quarkus.http.port", Integer.toString(settings.listen().port()));
    if (!settings.oidc().issuer().isEmpty()) hand(settings.oidc(), settings.listen().isEncrypted());
  }

  private static void hand(OidcSettings oidc, boolean encrypted) {
    set("quarkus.oidc.tenant-enabled", "true");
    set("quarkus.http.auth.permission.provider.enabled", "true");
    set("quarkus.oidc.auth-server-url", oidc.issuer());
    set("quarkus.oidc.client-id", oidc.client());
    if (encrypted) {
      set("quarkus.oidc.authentication.cookie-force-secure", "true");
      set("quarkus.oidc.authentication.force-redirect-https-scheme", "true");
    }
    if (!oidc.secret().isEmpty()) set("quarkus.oidc.credentials.secret", oidc.secret().text());
  }

  private static void set(String property, String value) {
    System.setProperty(property, value);
  }
}
