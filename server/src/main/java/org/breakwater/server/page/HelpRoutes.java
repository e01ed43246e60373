package org.breakwater.server.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.breakwater.server.help.Card;
import org.breakwater.server.help.CurrentHelp;
import org.breakwater.server.help.Event;
import org.breakwater.server.help.MeasuredHelp;
import org.breakwater.server.help.Topic;
import org.breakwater.server.help.Words;

/**
 * Help for everybody: a catalogue and cards, without login, script, cookie or anything from
 * elsewhere. That a card was shown is counted, and nothing is written about who asked.
 */
@Singleton
@Path("/help")
@RunOnVirtualThread
public final class HelpRoutes {
  private static final String TEXT = "text/plain;charset=UTF-8";
  private static final List<Words> LANGUAGES = Words.LANGUAGES.stream().map(Words::in).toList();

  private final CurrentHelp help;
  private final MeasuredHelp measured;

  HelpRoutes(CurrentHelp help, MeasuredHelp measured) {
    this.help = help;
    this.measured = measured;
  }

  @GET
  public Response catalogue(
      @QueryParam("lang") @DefaultValue("en") String lang,
      @QueryParam("country") @DefaultValue("") String country) {
    var catalogue = Catalogue.of(help.standings(), Words.in(lang), region(country));
    return Pages.page(200, Pages.Templates.help(catalogue, LANGUAGES));
  }

  @GET
  @Path("card")
  public Response card(
      @QueryParam("topic") @DefaultValue("") String topic,
      @QueryParam("lang") @DefaultValue("en") String lang,
      @QueryParam("region") @DefaultValue("") String region,
      @QueryParam("more") @DefaultValue("") String more) {
    Card card = card(topic, lang, region, more.equals("yes"));
    measured.count(card.topic(), lang, Event.IMPRESSION, "");
    return Pages.page(200, Pages.Templates.card(card, LANGUAGES));
  }

  @GET
  @Path("card.txt")
  public Response inShort(
      @QueryParam("topic") @DefaultValue("") String topic,
      @QueryParam("lang") @DefaultValue("en") String lang,
      @QueryParam("region") @DefaultValue("") String region) {
    return Response.ok(card(topic, lang, region, false).inShort() + "\n", TEXT).build();
  }

  @GET
  @Path("leave")
  public Response leave(@QueryParam("lang") @DefaultValue("en") String lang) {
    return Pages.page(200, Pages.Templates.leave(Words.in(lang)));
  }

  /** Whoever follows a broken link gets help all the same. */
  private Card card(String topic, String lang, String region, boolean more) {
    Topic known = Topic.named(topic).orElse(Topic.ASYLUM);
    return Card.of(known, lang, region(region), more, help.verified());
  }

  private static String region(String stated) {
    String code = stated.toUpperCase(Locale.ROOT);
    return code.matches("[A-Z]{2}") ? code : "";
  }
}
