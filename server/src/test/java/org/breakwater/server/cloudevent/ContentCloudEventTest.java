package org.breakwater.server.cloudevent;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.breakwater.server.Problem;
import org.breakwater.server.cloudevent.ContentCloudEvent.Read;
import org.junit.jupiter.api.Test;

class ContentCloudEventTest {
  private static final String POST =
      "{\"id\":\"p1\",\"text\":\"a \\ud83d\\ude00 ñ\",\"views\":1.0}";
  private static final String STRUCTURED = "application/cloudevents+json";

  private static MultiMap headers(String... pairs) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < pairs.length; i += 2) headers.add(pairs[i], pairs[i + 1]);
    return headers;
  }

  private static MultiMap binary(String... more) {
    MultiMap headers =
        headers("Content-Type", "application/json", "ce-specversion", "1.0", "ce-id", "1");
    headers.add("ce-source", "/app").add("ce-type", ContentCloudEvent.TYPE);
    for (int i = 0; i < more.length; i += 2) headers.add(more[i], more[i + 1]);
    return headers;
  }

  private static Read structured(String body) {
    return ContentCloudEvent.read(headers("Content-Type", STRUCTURED), body.getBytes(UTF_8));
  }

  private static String envelope(String members) {
    return "{\"specversion\":\"1.0\",\"type\":\"org.breakwater.content\",\"source\":\"/app\","
        + "\"id\":\"1\""
        + members
        + "}";
  }

  private static String content(Read read) {
    return switch (read) {
      case Read.Accepted(var event) -> new String(event.content(), UTF_8);
      case Read.Refused(var problem) -> throw new AssertionError(problem.text());
    };
  }

  private static Problem refused(Read read) {
    return switch (read) {
      case Read.Accepted(var event) -> throw new AssertionError(event.key());
      case Read.Refused(var problem) -> problem;
    };
  }

  private static List<String> faults(Read read) {
    Problem problem = refused(read);
    List<String> all = new ArrayList<>(List.of(problem.member() + ": " + problem.reason()));
    all.addAll(problem.others());
    return all;
  }

  @Test
  void plainRequest_isNone() {
    assertThat(ContentCloudEvent.isIn(headers())).isFalse();
    assertThat(ContentCloudEvent.isIn(headers("Content-Type", "application/json"))).isFalse();
    assertThat(ContentCloudEvent.isIn(headers("content-type", "APPLICATION/CLOUDEVENTS+JSON")))
        .isTrue();
    assertThat(ContentCloudEvent.isIn(headers("CE-SpecVersion", "1.0"))).isTrue();
  }

  @Test
  void data_areTheBytesThatWereSent_inEachMode() {
    String spaced = "{ \"id\":\"p1\", \"text\":\"\\u0061 ñ 💥\", \"id\":\"twice\" }";
    assertThat(content(structured(envelope(",\"data\": " + spaced + " , \"ext\":1"))))
        .isEqualTo(spaced);
    String encoded = Base64.getEncoder().encodeToString(spaced.getBytes(UTF_8));
    assertThat(content(structured(envelope(",\"data_base64\":\"%s\"".formatted(encoded)))))
        .isEqualTo(spaced);
    assertThat(content(ContentCloudEvent.read(binary(), spaced.getBytes(UTF_8)))).isEqualTo(spaced);
  }

  @Test
  void whatTheSdkWrites_isReadInBothModes_underTheSameKey() {
    CloudEvent event =
        CloudEventBuilder.v1()
            .withId("an id\nwith a line end")
            .withSource(URI.create("urn:example:app"))
            .withType(ContentCloudEvent.TYPE)
            .withSubject("p1")
            .withTime(OffsetDateTime.parse("2026-12-01T10:30:00.5+01:00"))
            .withExtension("partitionkey", "7")
            .withData("application/json", POST.getBytes(UTF_8))
            .build();
    MultiMap headers = headers();
    var body = new ArrayList<byte[]>();
    HttpMessageFactory.createWriter(headers::add, body::add).writeBinary(event);
    Read binary = ContentCloudEvent.read(headers, body.getFirst());
    Read structured = structured(new String(new JsonFormat().serialize(event), UTF_8));
    String stamped = POST.replace("{", "{\"createdAt\":\"2026-12-01T09:30:00.500Z\",");
    for (Read read : List.of(binary, structured)) {
      assertThat(content(read)).isEqualTo(stamped);
      assertThat(((Read.Accepted) read).event().key())
          .isEqualTo("cloudevent\nurn:example:app\nan id\nwith a line end");
    }
  }

  @Test
  void time_isCreatedAt_onlyWhereTheContentSaysNone() {
    String time = ",\"time\":\"2026-12-01T09:30:00Z\",\"data\":";
    for (Map.Entry<String, String> each :
        Map.of(
                "{\"createdAt\":\"2025-01-01T00:00:00Z\"}",
                "{\"createdAt\":\"2025-01-01T00:00:00Z\"}",
                "{\"a\":{\"createdAt\":1},\"b\":2}",
                "{\"createdAt\":\"2026-12-01T09:30:00Z\",\"a\":{\"createdAt\":1},\"b\":2}",
                "{}",
                "{\"createdAt\":\"2026-12-01T09:30:00Z\"}",
                "[1]",
                "[1]")
            .entrySet())
      assertThat(content(structured(envelope(time + each.getKey())))).isEqualTo(each.getValue());
    var cut =
        ContentCloudEvent.read(binary("ce-time", "2026-12-01T09:30:00Z"), "{".getBytes(UTF_8));
    assertThat(content(cut)).isEqualTo("{");
  }

  @Test
  void faults_areToldAllAtOnce() {
    assertThat(faults(structured("{\"type\":\"com.example.order\",\"time\":\"now\",\"x\":[]}")))
        .containsExactlyInAnyOrder(
            "specversion: is required",
            "id: is required",
            "source: is required",
            "type: is `com.example.order`, and only `org.breakwater.content` is judged",
            "data: is required",
            "time: `now` is not what CloudEvents 1.0 have there",
            "x: must be text, a number, true or false");
    Read read =
        ContentCloudEvent.read(
            headers("ce-specversion", "0.3", "ce-id", "1", "ce-source", "a b", "ce-Foo-Bar", "x")
                .add("Content-Type", "text/plain; charset=utf-8")
                .add("ce-type", "org.breakwater.content")
                .add("Idempotency-Key", "k"),
            new byte[0]);
    assertThat(faults(read))
        .containsExactlyInAnyOrder(
            "header Idempotency-Key: must not be sent: `source` and `id` of a CloudEvent are its"
                + " key",
            "specversion: is `0.3`, and must be `1.0`",
            "source: `a b` is not what CloudEvents 1.0 have there",
            "foo-bar: is no name of an attribute: those have lower-case letters and digits only",
            "datacontenttype: is `text/plain`, and must be `application/json`",
            "data: is required");
    assertThat(refused(read).cure()).contains("`org.breakwater.content`");
  }

  @Test
  void memberTwice_orDataTwice_isRefused() {
    assertThat(faults(structured(envelope(",\"id\":\"2\",\"data\":{}"))))
        .containsExactly("id: stands twice");
    assertThat(faults(structured(envelope(",\"data\":{},\"data\":{\"id\":1}"))))
        .containsExactly("data: stands twice");
    assertThat(faults(structured(envelope(",\"data\":{},\"data_base64\":\"e30=\""))))
        .containsExactly("data_base64: stands beside `data`");
    assertThat(faults(ContentCloudEvent.read(binary("ce-id", "2"), POST.getBytes(UTF_8))))
        .containsExactly("header ce-id: stands twice");
  }

  @Test
  void bodyThatIsNoObject_isOneFault() {
    for (String body : List.of("", "[]", "null", "\"a\""))
      assertThat(faults(structured(body))).containsExactly("body: must be a JSON object");
    assertThat(faults(structured("{\"id\":")))
        .singleElement()
        .asString()
        .startsWith("body: is not");
    assertThat(faults(structured(envelope("") + "{}")))
        .contains("body: goes on after its closing brace");
    assertThat(faults(structured(envelope(",\"data_base64\":\"%\""))))
        .contains("data_base64: is not base64");
    var utf16 = envelope(",\"data\":{}").getBytes(UTF_16LE);
    assertThat(
            faults(ContentCloudEvent.read(headers("Content-Type", STRUCTURED), utf16)).getFirst())
        .isEqualTo("body: is not UTF-8");
  }

  @Test
  void otherForms_areRefusedInWords() {
    for (String type :
        List.of("application/cloudevents-batch+json", "application/cloudevents+avro")) {
      Problem problem =
          refused(ContentCloudEvent.read(headers("Content-Type", type), "[]".getBytes(UTF_8)));
      assertThat(problem.status()).isEqualTo(415);
      assertThat(problem.reason()).contains(type);
      assertThat(problem.cure()).contains(STRUCTURED);
    }
    assertThat(ContentCloudEvent.noBatch().status()).isEqualTo(415);
  }
}
