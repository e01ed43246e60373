package org.breakwater.server.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.breakwater.casework.notice.Language;
import org.breakwater.casework.notice.NoticeText;
import org.breakwater.store.decision.Appeal;
import org.breakwater.store.decision.Appeals;
import org.breakwater.store.decision.Dossiers;
import org.breakwater.store.time.Time;

/**
 * The page of a notice, for whoever has its link. The token in the path is the authority, so there
 * is no login, no cookie, and nothing that another site could send without knowing it.
 */
@Singleton
@Path("/n/{token}")
@RunOnVirtualThread
public final class NoticePageRoutes {
  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private final NoticeLinks links;
  private final Notices notices;
  private final Dossiers dossiers;
  private final Appeals appeals;
  private final AppealFiling filing;
  private final NoticeFigures figures;
  private final Time time;

  NoticePageRoutes(
      NoticeLinks links,
      Notices notices,
      Dossiers dossiers,
      Appeals appeals,
      AppealFiling filing,
      NoticeFigures figures,
      Time time) {
    this.links = links;
    this.notices = notices;
    this.dossiers = dossiers;
    this.appeals = appeals;
    this.filing = filing;
    this.figures = figures;
    this.time = time;
  }

  @CheckedTemplate(basePath = "notice")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance notice(NoticePage page);

    static native TemplateInstance nowhere();
  }

  @GET
  public Response page(
      @PathParam("token") String token, @QueryParam("lang") @DefaultValue("") String lang) {
    Optional<NoticeToken> found = links.open(token, time.today());
    if (found.isEmpty()) return nowhere();
    figures.seen();
    return page(200, found.get(), token, lang, "");
  }

  @POST
  @Path("appeals")
  public Response appeal(
      @PathParam("token") String token,
      @FormParam("lang") @DefaultValue("") String lang,
      @FormParam("text") @DefaultValue("") String text) {
    Optional<NoticeToken> found = links.open(token, time.today());
    if (found.isEmpty()) return nowhere();
    return switch (filing.file(found.get(), text, time.today())) {
      case AppealFiling.Filed.BadText _ -> page(400, found.get(), token, lang, "appeal.length");
      // The page says what has become of it.
      case AppealFiling.Filed.Accepted _,
          AppealFiling.Filed.Open _,
          AppealFiling.Filed.NothingToAppeal _ ->
          see(token, lang, "#news");
    };
  }

  @POST
  @Path("notices")
  public Response choose(
      @PathParam("token") String token,
      @FormParam("lang") @DefaultValue("") String lang,
      @FormParam("wanted") @DefaultValue("") String wanted) {
    Optional<NoticeToken> found = links.open(token, time.today());
    if (found.isEmpty()) return nowhere();
    if (wanted.equals("yes")) appeals.unmute(found.get().content());
    if (wanted.equals("no"))
      appeals.mute(found.get().content(), found.get().statement().appealUntil());
    return see(token, lang, "#control");
  }

  private Response page(int status, NoticeToken token, String text, String lang, String fault) {
    Aftermath since = Aftermath.of(token, dossiers);
    Language language = Language.of(lang.isEmpty() ? token.statement().lang() : lang);
    Optional<Appeal> appeal = appeals.newestOn(token.statement().decision());
    // Whoever sees the number is told; the answer to the form may have been lost on its way.
    appeal.ifPresent(appeals::acknowledge);
    var matter =
        new NoticePage.Matter(
            dossiers.kept(token.statement().decision()),
            since,
            appeal,
            appeals.isMuted(token.content()),
            fault.isEmpty() ? "" : words(language, fault));
    String policy = token.statement().ground().policy();
    NoticeText words = NoticeText.of(since.statement(), notices.version(policy), language);
    return html(
        status,
        Templates.notice(NoticePage.of(token, text, matter, words, "/v1/policies/" + policy)));
  }

  private static String words(Language language, String key) {
    return org.breakwater.casework.notice.NoticeWords.in(language).say(key);
  }

  private static Response see(String token, String lang, String place) {
    String chosen = Language.isKnown(lang) ? "?lang=" + Language.of(lang).code() : "";
    return Response.status(303).header("Location", "/n/" + token + chosen + place).build();
  }

  /** The same for what was never there, was changed, or is over. */
  private static Response nowhere() {
    return html(404, Templates.nowhere());
  }

  private static Response html(int status, TemplateInstance template) {
    return Response.status(status)
        .type(HTML)
        .header("X-Robots-Tag", "noindex, nofollow")
        .entity(template.render())
        .build();
  }
}
