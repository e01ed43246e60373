package org.breakwater.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the policy managers do: two put a version in force, one looks after the places of help. */
final class Policies {
  private static final String NEXT = "2022-12";
  private static final int HOLDS_DAYS = 170;

  private final Api api;
  private final Office office;
  private final List<String> places;
  private final Supplier<Instant> now;
  private String publication = "";

  /**
   * @param places of the directory that are looked after
   * @param now what time it is on the platform
   */
  Policies(Api api, Office office, List<String> places, Supplier<Instant> now) {
    this.api = api;
    this.office = office;
    this.places = List.copyOf(places);
    this.now = now;
  }

  /** The first of two. */
  void propose() {
    JsonNode proposed =
        api.post(
            "/v1/policies:publish",
            office.key("pia"),
            Map.of("version", NEXT, "reason", "asking goes too, and is met with help"));
    publication = proposed.path("publication").asText();
  }

  /** The second of two; says what is in force now. */
  String confirm() {
    JsonNode confirmed =
        api.post("/v1/publications/%s/confirm".formatted(publication), office.key("paz"), Map.of());
    return "%s comes into force, proposed by pia, confirmed by paz"
        .formatted(confirmed.path("policy").asText());
  }

  /** Says of each invented place of help that somebody answered there. */
  void verify() {
    LocalDate until = LocalDate.ofInstant(now.get(), ZoneOffset.UTC).plusDays(HOLDS_DAYS);
    for (String id : places)
      api.post(
          "/v1/resources/%s/verifications".formatted(id),
          office.key("pia"),
          Map.of(
              "method", "call",
              "sharesWithImmigration", "no",
              "expiresAt", until.toString(),
              "note", "simulated: somebody answered"));
  }
}
