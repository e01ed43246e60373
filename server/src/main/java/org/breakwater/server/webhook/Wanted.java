package org.breakwater.server.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.server.Faults;
import org.breakwater.server.Problem;
import org.breakwater.store.webhook.Endpoint;
import org.breakwater.store.webhook.Endpoints;
import org.breakwater.store.webhook.Format;
import org.breakwater.store.webhook.Scheme;

/** Reads what somebody wants of an endpoint, by the same rules from the API and from `bw`. */
record Wanted(boolean allowsPrivate, Faults faults) {
  private static final int DESCRIPTION_MAX = 200;

  Endpoints.New endpoint(JsonNode body) {
    String url = text(body, "url", true);
    String description = text(body, "description", false);
    check(url, description);
    return new Endpoints.New(ascii(url), description, schemes(body.path("schemes")), format(body));
  }

  Endpoints.New endpoint(Endpoints.New asked) {
    check(asked.url(), asked.description());
    return new Endpoints.New(
        ascii(asked.url()), asked.description(), asked.schemes(), asked.format());
  }

  /** An endpoint as it is to become; a member that is absent stays as it is. */
  Endpoint changed(Endpoint now, JsonNode body) {
    Endpoint next = now;
    if (body.has("url")) next = next.at(text(body, "url", true));
    if (body.has("description")) next = next.described(text(body, "description", true));
    check(next.url(), next.description());
    next = next.at(ascii(next.url()));
    if (body.has("format") && format(body) != now.format())
      faults.add("format", "stays what it is; add another endpoint and remove this one");
    if (!body.has("state")) return next;
    String state = text(body, "state", true);
    if (state.equals(Endpoint.State.ACTIVE.word())) return next.enabled();
    if (state.equals(Endpoint.State.DISABLED.word()))
      return now.isActive() ? next.disabled("by a person") : next;
    faults.add("state", "must be one of " + words(Endpoint.State.values()));
    return next;
  }

  private static String words(Endpoint.State... states) {
    return Stream.of(states).map(Endpoint.State::word).collect(Collectors.joining(", "));
  }

  private void check(String url, String description) {
    faults.addIf("url", EndpointUrl.fault(url, allowsPrivate));
    boolean isWritable = description.chars().noneMatch(Character::isISOControl);
    if (!isWritable || description.length() > DESCRIPTION_MAX)
      faults.add(
          "description",
          "must have at most %d characters and no line ends".formatted(DESCRIPTION_MAX));
  }

  private static String ascii(String url) {
    return EndpointUrl.fault(url, true).isEmpty() ? URI.create(url).toASCIIString() : url;
  }

  private String text(JsonNode body, String member, boolean isNeeded) {
    JsonNode value = body.path(member);
    boolean isAbsent = value.isMissingNode() || value.isNull();
    if (!value.isTextual() && (isNeeded || !isAbsent)) faults.add(member, "must be text");
    return value.isTextual() ? value.asText() : "";
  }

  private Format format(JsonNode body) {
    String word = text(body, "format", false);
    if (word.isEmpty()) return Format.STANDARD;
    Optional<Format> format = Format.named(word);
    if (format.isEmpty()) faults.add("format", "must be `standard` or `cloudevents`");
    return format.orElse(Format.STANDARD);
  }

  private Set<Scheme> schemes(JsonNode value) {
    Set<Scheme> schemes = EnumSet.noneOf(Scheme.class);
    if (value.isMissingNode() || value.isNull()) return EnumSet.of(Scheme.HMAC);
    for (JsonNode word : value) Scheme.named(word.asText()).ifPresent(schemes::add);
    if (!value.isArray() || schemes.isEmpty() || schemes.size() != value.size())
      faults.add("schemes", "must be a list of `hmac`, `ed25519` or both, each once");
    return schemes;
  }

  Optional<Problem> refusal() {
    return faults.problem(
        "bad endpoint",
        "send an object such as `{\"url\":\"https://example.org/hooks\",\"schemes\":[\"hmac\"]}`");
  }
}
