package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** CloudEvents over a real socket. */
class CloudEventTest {
  private static final RunningServer SERVER = SharedServer.get();
  private static final String STRUCTURED = "application/cloudevents+json; charset=utf-8";
  private static final String OFFER =
      "trips to the north every Friday, 6000 a head, inbox +1 202 555 0123";

  private static String post(String id) {
    return "{\"id\":\"%s\",\"text\":\"%s\"}".formatted(id, OFFER);
  }

  private static HttpResponse<String> structured(String id, String data) {
    String event =
        "{\"specversion\":\"1.0\",\"type\":\"org.breakwater.content\",\"source\":\"/app\",\"id\":\""
            + id
            + "\",\"data\":"
            + data
            + "}";
    return SERVER.post("/v1/decisions", event, "Content-Type", STRUCTURED);
  }

  private static HttpResponse<String> binary(String path, String id, String type, String data) {
    return SERVER.post(
        path,
        data,
        "Content-Type",
        "application/json",
        "ce-specversion",
        "1.0",
        "ce-type",
        type,
        "ce-source",
        "/app",
        "ce-id",
        id);
  }

  /** A decision but for its place in the log. */
  private static String judged(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body().replaceAll(",\"decision\":.*", "");
  }

  @Test
  void cloudEvent_isDecidedAsItsContentIs_andOncePerSourceAndId() {
    var first = structured("ce-1", post("ce-post"));
    assertThat(structured("ce-1", post("ce-post")).body()).isEqualTo(first.body());
    var inHeaders = binary("/v1/decisions", "ce-1", "org.breakwater.content", post("ce-post"));
    assertThat(inHeaders.body()).as("the modes share their keys").isEqualTo(first.body());
    assertThat(structured("ce-1", post("ce-other")).statusCode()).isEqualTo(409);
    var plain = SERVER.post("/v1/decisions", post("ce-post"));
    assertThat(judged(first)).isEqualTo(judged(plain)).contains("\"outcome\":\"remove\"");
    assertThat(structured("ce-2", post("ce-post")).body()).isNotEqualTo(first.body());
  }

  @Test
  void otherEvents_areRefused_andNothingIsJudged() {
    var other = binary("/v1/decisions", "ce-3", "com.example.order", post("ce-3"));
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(other.body())
        .contains("\"member\":\"type\"", "com.example.order", "org.breakwater.content");
    var bad = structured("ce-4", "{\"id\":\"ce-4\"}");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("\"member\":\"text\"");
  }

  @Test
  void ad_comesAsACloudEventToo() {
    var ad = binary("/v1/ads:review", "ce-6", "org.breakwater.content", post("ce-ad"));
    assertThat(judged(ad)).contains("\"refuse_ad\"");
  }

  @Test
  void longCloudEvent_isDecided_orRefusedAsTooLong() {
    String words = "lovely weather today ".repeat(2_000);
    assertThat(structured("ce-7", post("ce-7").replace(OFFER, words)).statusCode()).isEqualTo(200);
    assertThat(structured("ce-8", "\"" + "a".repeat(1 << 20) + "\"").statusCode()).isEqualTo(413);
  }

  @Test
  void batches_takeNoCloudEvents() {
    String type = "application/cloudevents-batch+json";
    var batch = SERVER.post("/v1/decisions:batch", "[]", "Content-Type", type);
    assertThat(batch.statusCode()).isEqualTo(415);
    assertThat(batch.body()).contains("application/jsonl");
    var single =
        binary("/v1/decisions:batch", "ce-5", "org.breakwater.content", post("ce-5") + "\n");
    assertThat(single.statusCode()).isEqualTo(415);
  }
}
