package org.breakwater.server.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.breakwater.server.access.Door;
import org.breakwater.server.enforcement.Breakers;
import org.breakwater.server.enforcement.Restraints;
import org.breakwater.server.http.AdFigures;
import org.breakwater.server.http.Volumes;
import org.breakwater.server.policy.Rules;
import org.breakwater.server.publication.Publishing;
import org.breakwater.store.action.BreakerTable;
import org.breakwater.store.decision.Ads;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.time.Time;
import org.breakwater.store.webhook.Endpoints;

/** The first page: version in force, volumes, log. */
@Singleton
@Path("/")
@RunOnVirtualThread
public final class StatusRoutes {
  private final Rules rules;
  private final Publishing publishing;
  private final DecisionLog log;
  private final Volumes volumes;
  private final Breakers breakers;
  private final Endpoints endpoints;
  private final Ads ads;
  private final Instant since;
  private final Time time;

  StatusRoutes(
      Publishing publishing,
      DecisionLog log,
      Volumes volumes,
      Restraints restraints,
      Endpoints endpoints,
      Ads ads,
      Time time) {
    this.rules = publishing.rules();
    this.publishing = publishing;
    this.log = log;
    this.volumes = volumes;
    this.breakers = restraints.breakers();
    this.endpoints = endpoints;
    this.ads = ads;
    this.time = time;
    this.since = time.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @GET
  public Response status(@Context RoutingContext request) {
    var month = YearMonth.from(time.today());
    AdFigures advertised = AdFigures.of(ads.figures(month.atDay(1), month.plusMonths(1).atDay(1)));
    var status =
        new Status(
            rules.inForce().version().name(),
            rules.inForce().version().hash(),
            since.toString(),
            log.down().isEmpty() ? log.signingFault() : log.down(),
            log.checkpoint(),
            log.verifyKey().toString(),
            rules.fault(),
            publishing.pending().stream().toList(),
            publishing.timeline().periods().reversed(),
            breakers.opened().stream().map(StatusRoutes::breaker).toList(),
            Status.Webhooks.of(endpoints.backlog()),
            List.of(
                Status.Plot.of(
                    "Outcomes",
                    "As they are recorded: asking, telling and fleeing count as allow.",
                    volumes.outcomes()),
                Status.Plot.of(
                    "Languages", "Primary subtags; und is undetermined.", volumes.languages()),
                Status.Plot.of(
                    "Ads this month",
                    "From the log's database, of all servers.",
                    advertised.sums()),
                Status.Plot.ofShown(
                    "Ads refused this month",
                    "By what the platform says that the advertiser is.",
                    advertised.refusedByKind())));
    return Pages.page(200, Pages.Templates.status(Door.session(request), status));
  }

  private static Status.Breaker breaker(BreakerTable.Breaker open) {
    return new Status.Breaker(open.clause(), open.lang(), open.reason(), open.at().toString());
  }
}
