package org.breakwater.server.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.breakwater.server.Json;
import org.breakwater.server.Problem;
import org.breakwater.store.decision.Ads;
import org.breakwater.store.time.Time;

/** How many ads were refused, by day and by kind of advertiser. */
@Singleton
@Path("/v1/ads:figures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class AdRoutes {
  private final Ads ads;
  private final Time time;

  AdRoutes(Ads ads, Time time) {
    this.ads = ads;
    this.time = time;
  }

  @GET
  public Response figures(@QueryParam("month") @DefaultValue("") String month) {
    return month(month)
        .map(each -> Response.ok(Json.text(json(each)), MediaType.APPLICATION_JSON_TYPE).build())
        .orElseGet(
            () ->
                Replies.response(
                    new Problem(
                        400,
                        "bad month",
                        "month",
                        "`%s` is no month".formatted(month),
                        "ask for one such as `2026-12`")));
  }

  private Optional<YearMonth> month(String stated) {
    try {
      return Optional.of(stated.isEmpty() ? YearMonth.from(time.today()) : YearMonth.parse(stated))
          .filter(month -> month.getYear() / 1_000 == 2);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private Map<String, Object> json(YearMonth month) {
    AdFigures figures = AdFigures.of(ads.figures(month.atDay(1), month.plusMonths(1).atDay(1)));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("month", month.toString());
    members.put(
        "days",
        figures.shownDays().entrySet().stream()
            .map(
                each -> {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("day", each.getKey());
                  return with(row, each.getValue());
                })
            .toList());
    members.put(
        "advertisers",
        figures.shownKinds().entrySet().stream()
            .map(each -> with(DossierJson.advertiser(each.getKey()), each.getValue()))
            .toList());
    return members;
  }

  private static Map<String, Object> with(Map<String, Object> members, AdFigures.Shown shown) {
    members.put("allowed", figure(shown.allowed()));
    members.put("reviewed", figure(shown.reviewed()));
    members.put("refused", figure(shown.refused()));
    members.put("overturned", figure(shown.overturned()));
    return members;
  }

  private static Object figure(OptionalLong shown) {
    return shown.isPresent() ? shown.getAsLong() : Json.NULL;
  }
}
