package org.breakwater.server.page;

import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.breakwater.server.access.People;
import org.breakwater.server.access.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The OIDC provider that vouches for people; the framework checks what it says. */
@Singleton
public final class Provider {
  private final boolean there;
  private final SecurityIdentity identity;
  private final OidcSession session;

  Provider(
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean there,
      SecurityIdentity identity,
      OidcSession session) {
    this.there = there;
    this.identity = identity;
    this.session = session;
  }

  boolean isThere() {
    return there;
  }

  /** Whoever the checked ID token of this request names. */
  People.Attempt enter(People people) {
    boolean checked = there && !identity.isAnonymous();
    if (!checked || !(identity.getPrincipal() instanceof JsonWebToken vouched))
      return new People.Attempt.Refused("no provider vouches for you");
    // From here on our own session counts, which ends when we say so.
    session.logout().await().atMost(Duration.ofSeconds(5));
    Set<Role> roles =
        vouched.getGroups().stream()
            .map(Role::named)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    String name =
        Optional.ofNullable(vouched.<String>getClaim("preferred_username"))
            .orElse(vouched.getSubject());
    return people.vouched(vouched.getIssuer() + " " + vouched.getSubject(), name, roles);
  }
}
