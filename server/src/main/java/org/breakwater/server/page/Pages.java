package org.breakwater.server.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.breakwater.server.access.ApiKeys;
import org.breakwater.server.access.People;
import org.breakwater.server.access.Role;
import org.breakwater.server.access.Scope;
import org.breakwater.server.access.Session;
import org.breakwater.server.access.Sessions;
import org.breakwater.server.help.Card;
import org.breakwater.server.help.Words;

/** The templates, checked at build time against what they are given. */
final class Pages {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private Pages() {}

  static Response page(int status, TemplateInstance template) {
    return Response.status(status).type(HTML).entity(template.render()).build();
  }

  static Response see(String page) {
    return Response.status(303).header("Location", page).build();
  }

  /** The id in a path; empty when it is none. */
  static Optional<UUID> uuid(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @CheckedTemplate(basePath = "page")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance login(String fault, boolean oidc);

    static native TemplateInstance password(Session session, String fault);

    static native TemplateInstance entered();

    static native TemplateInstance keys(
        Session session, List<ApiKeys.Listed> keys, List<Scope> scopes, String made);

    static native TemplateInstance people(
        Session session, List<People.Listed> people, List<Role> roles, Map<String, String> made);

    static native TemplateInstance sessions(Session session, List<Sessions.Listed> sessions);

    static native TemplateInstance policy(PolicyPage page);

    static native TemplateInstance card(Card card, List<Words> languages);

    static native TemplateInstance help(Catalogue catalogue, List<Words> languages);

    static native TemplateInstance leave(Words words);

    static native TemplateInstance status(Session session, Status status);
  }
}
