package org.breakwater.server.cloudevent;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.rw.CloudEventRWException;
import io.vertx.core.MultiMap;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breakwater.server.Faults;
import org.breakwater.server.Problem;
import org.jspecify.annotations.Nullable;

/** A content event that came inside a CloudEvent 1.0, in structured or binary mode. */
public final class ContentCloudEvent {
  /** What may be judged. */
  static final String TYPE = "org.breakwater.content";

  private static final String MEDIA_TYPE = "application/cloudevents";
  private static final String STRUCTURED = MEDIA_TYPE + "+json";
  private static final String VERSION = "1.0";
  private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
  private static final String CURE =
      "send a CloudEvent 1.0 of `type` `"
          + TYPE
          + "` with a content event as `data`; both are described at /q/openapi";

  private final byte[] content;
  private final String key;

  private ContentCloudEvent(byte[] content, String key) {
    this.content = content;
    this.key = key;
  }

  /** The content event, as a route takes it plain. */
  public byte[] content() {
    return content;
  }

  /** Names the request among those of its sender: source and id of the CloudEvent. */
  public String key() {
    return key;
  }

  /** What became of a request. */
  public sealed interface Read {
    record Accepted(ContentCloudEvent event) implements Read {}

    record Refused(Problem problem) implements Read {}
  }

  /** Whether a request says that it holds a CloudEvent, of whatever version and mode. */
  public static boolean isIn(MultiMap headers) {
    String type = headers.get("Content-Type");
    return (type != null && type.regionMatches(true, 0, MEDIA_TYPE, 0, MEDIA_TYPE.length()))
        || headers.contains("ce-specversion");
  }

  /** The refusal of CloudEvents sent to a batch, which has to be a stream without end. */
  public static Problem noBatch() {
    return otherForm(
        "is a CloudEvent's, and a batch is JSON Lines of content events",
        "send each CloudEvent by itself to /v1/decisions, or the content events without envelope"
            + " as `application/jsonl`");
  }

  private static Problem otherForm(String reason, String cure) {
    return new Problem(415, "other media type", "header Content-Type", reason, cure);
  }

  /** Reads what a request holds. */
  public static Read read(MultiMap headers, byte[] body) {
    return envelope(headers, body)
        .map(envelope -> read(envelope, headers))
        .orElseGet(
            () ->
                new Read.Refused(
                    otherForm(
                        "is `%s`, which is not taken".formatted(bare(headers.get("Content-Type"))),
                        "send one CloudEvent as `%s`, or in binary mode".formatted(STRUCTURED))));
  }

  /** Takes a request apart; empty where it is of a mode or format that is not taken. */
  static Optional<Envelope> envelope(MultiMap headers, byte[] body) {
    String type = bare(headers.get("Content-Type"));
    if (type.equals(STRUCTURED)) return Optional.of(Envelope.structured(body));
    return type.startsWith(MEDIA_TYPE)
        ? Optional.empty()
        : Optional.of(Envelope.binary(headers, body));
  }

  private static String bare(@Nullable String type) {
    return type == null ? "" : type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static Read read(Envelope envelope, MultiMap headers) {
    Faults faults = envelope.faults();
    if (headers.contains("Idempotency-Key"))
      faults.add(
          "header Idempotency-Key",
          "must not be sent: `source` and `id` of a CloudEvent are its key");
    if (envelope.isWhole()) check(envelope);
    Optional<OffsetDateTime> time = envelope.isWhole() ? time(envelope) : Optional.empty();
    Map<String, String> attributes = envelope.attributes();
    return faults
        .problem("bad cloud event", CURE)
        .<Read>map(Read.Refused::new)
        .orElseGet(
            () ->
                new Read.Accepted(
                    new ContentCloudEvent(
                        time.map(envelope::dataCreatedAt).orElseGet(envelope::data),
                        key(attributes))));
  }

  /** No header holds a line end, and neither does a source: no other key reads alike. */
  private static String key(Map<String, String> attributes) {
    return "cloudevent\n" + attributes.get("source") + "\n" + attributes.get("id");
  }

  private static void check(Envelope envelope) {
    Map<String, String> attributes = envelope.attributes();
    Faults faults = envelope.faults();
    for (String name : REQUIRED)
      if (attributes.getOrDefault(name, "").isEmpty()) faults.add(name, "is required");
    String version = attributes.getOrDefault("specversion", "");
    if (!version.isEmpty() && !version.equals(VERSION))
      faults.add("specversion", "is `%s`, and must be `%s`".formatted(version, VERSION));
    String type = attributes.getOrDefault("type", "");
    if (!type.isEmpty() && !type.equals(TYPE))
      faults.add("type", "is `%s`, and only `%s` is judged".formatted(type, TYPE));
    String form = bare(attributes.get("datacontenttype"));
    if (!form.isEmpty() && !form.equals("application/json"))
      faults.add("datacontenttype", "is `%s`, and must be `application/json`".formatted(form));
    if (envelope.data().length == 0) faults.add("data", "is required");
  }

  /** Has the library look at each attribute, and returns the time among them. */
  private static Optional<OffsetDateTime> time(Envelope envelope) {
    var builder = CloudEventBuilder.v1();
    for (Map.Entry<String, String> attribute : envelope.attributes().entrySet()) {
      String name = attribute.getKey();
      if (name.equals("specversion")) continue;
      try {
        builder.withContextAttribute(name, attribute.getValue());
      } catch (CloudEventRWException e) {
        envelope.faults().add(name, reason(e, attribute.getValue()));
      }
    }
    return envelope.faults().isEmpty()
        ? Optional.ofNullable(builder.build().getTime())
        : Optional.empty();
  }

  private static String reason(CloudEventRWException fault, String value) {
    return switch (fault.getKind()) {
      case INVALID_EXTENSION_NAME, INVALID_ATTRIBUTE_NAME ->
          "is no name of an attribute: those have lower-case letters and digits only";
      default -> "`%s` is not what CloudEvents 1.0 have there".formatted(value);
    };
  }
}
