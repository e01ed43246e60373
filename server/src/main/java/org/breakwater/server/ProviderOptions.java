package org.breakwater.server;

import picocli.CommandLine.Option;

/** The OIDC provider that vouches for people; none unless its issuer is named. */
final class ProviderOptions {
  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      defaultValue = "${env:BREAKWATER_OIDC_ISSUER:-}",
      description = "Let people in whom this OIDC provider vouches for.")
  private String issuer = "";

  @Option(
      names = "--oidc-client",
      paramLabel = "ID",
      defaultValue = "${env:BREAKWATER_OIDC_CLIENT:-breakwater}",
      description = "Our id there; the secret is read from BREAKWATER_OIDC_SECRET.")
  private String client = "breakwater";

  /**
   * Hands them to the framework, which reads properties.
   *
   * @param encrypted whether browsers reach us by HTTPS, through a proxy
   */
  void hand(boolean encrypted) {
    if (issuer.isEmpty()) return;
    System.setProperty("quarkus.oidc.tenant-enabled", "true");
    System.setProperty("quarkus.http.auth.permission.provider.enabled", "true");
    System.setProperty("quarkus.oidc.auth-server-url", issuer);
    System.setProperty("quarkus.oidc.client-id", client);
    if (encrypted) {
      System.setProperty("quarkus.oidc.authentication.cookie-force-secure", "true");
      System.setProperty("quarkus.oidc.authentication.force-redirect-https-scheme", "true");
    }
    String secret = System.getenv("BREAKWATER_OIDC_SECRET");
    if (secret != null) System.setProperty("quarkus.oidc.credentials.secret", secret);
  }
}
