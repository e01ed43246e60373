package org.breakwater.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.breakwater.server.Json;
import org.breakwater.server.access.Deeds;
import org.breakwater.server.access.Door;
import org.breakwater.store.sample.Population;
import org.breakwater.store.sample.Sample;
import org.breakwater.store.sample.SampleStore;
import org.breakwater.store.time.Time;

/**
 * The posts that were drawn by chance, to be labelled by people. Only whole days: two looks at one
 * day would tell what came between them.
 */
@Singleton
@Path("/v1/samples")
@RunOnVirtualThread
public final class SampleRoutes {
  private static final String JSON_LINES = "application/jsonl";

  private final SampleStore samples;
  private final Deeds deeds;
  private final Time time;

  SampleRoutes(SampleStore samples, Deeds deeds, Time time) {
    this.samples = samples;
    this.deeds = deeds;
    this.time = time;
  }

  @GET
  @Produces(JSON_LINES)
  public Response samples(
      @QueryParam("day") @DefaultValue("") String day, @Context RoutingContext request) {
    LocalDate newest = time.today().minusDays(1);
    LocalDate oldest = newest.minusDays(SampleStore.DAYS);
    if (day.isEmpty()) return export(oldest, newest, request);
    try {
      LocalDate asked = LocalDate.parse(day);
      if (asked.isAfter(newest)) return Replies.response(Problems.badDay("has not ended (UTC)"));
      return export(asked, asked, request);
    } catch (DateTimeException _) {
      return Replies.response(Problems.badDay("must be a day such as 2026-11-30"));
    }
  }

  private Response export(LocalDate first, LocalDate last, RoutingContext request) {
    String what = "samples of %s to %s".formatted(first, last);
    deeds.enter("export", Door.caller(request).name(), what);
    StreamingOutput lines = out -> write(first, last, out);
    return Response.ok(lines, JSON_LINES).build();
  }

  private void write(LocalDate first, LocalDate last, OutputStream out) throws IOException {
    var lines = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      samples.populations(first, last).forEach(each -> line(lines, members(each)));
      samples.read(first, last, each -> line(lines, members(each)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    lines.flush();
  }

  private static void line(Writer lines, Map<String, Object> members) {
    try {
      lines.write(Json.text(members));
      lines.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Few posts are not counted out loud. */
  private static Map<String, Object> members(Population all) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("day", all.day().toString());
    members.put("stratum", all.stratum());
    members.put("probability", all.probability());
    members.put("events", all.events() < Volumes.SHOWN_MIN ? Json.NULL : all.events());
    return members;
  }

  private static Map<String, Object> members(Sample sample) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("day", sample.day().toString());
    members.put("stratum", sample.stratum());
    members.put("probability", sample.probability());
    members.put("lang", sample.lang());
    members.put("region", sample.region());
    members.put("surface", sample.surface());
    members.put("outcome", sample.outcome());
    members.put("text", sample.text());
    return members;
  }
}
