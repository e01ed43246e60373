package org.breakwater.server.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Ed25519Verify;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.breakwater.server.Json;
import org.breakwater.store.webhook.Delivery;
import org.breakwater.store.webhook.Format;
import org.breakwater.store.webhook.Scheme;
import org.breakwater.store.webhook.SigningKey;
import org.junit.jupiter.api.Test;

/** Held to the reference receiver of Java, and for Ed25519, which it does not know, to Tink. */
class MessageTest {
  private static final Instant GIVEN_OUT = Instant.parse("2026-12-01T09:30:00.123Z");
  private static final UUID DECISION = UUID.fromString("018f0000-0000-7000-8000-000000000000");

  static final Messages MESSAGES = new Messages(URI.create("urn:breakwater:log:example"));

  private static Message message(String content) {
    return message(content, Format.STANDARD);
  }

  private static Message message(String content, Format format) {
    return MESSAGES.of(
        new Delivery(42, UUID.randomUUID(), GIVEN_OUT, DECISION, content, 1, "hide", null, 0),
        format);
  }

  private static void verify(SigningKey key, Message message, Map<String, String> headers)
      throws WebhookVerificationException {
    Map<String, List<String>> all =
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())));
    new Webhook(key.shown())
        .verify(new String(message.body(), UTF_8), HttpHeaders.of(all, (_, _) -> true));
  }

  @Test
  void body_namesContentAndDeed_andNothingOfWhy() {
    assertThat(new String(message("p1").body(), UTF_8))
        .isEqualTo(
            "{\"type\":\"action.hide\",\"timestamp\":\"2026-12-01T09:30:00.123Z\",\"data\":"
                + "{\"content\":\"p1\",\"revision\":1,\"deed\":\"hide\",\"decision\":\""
                + DECISION
                + "\"}}");
  }

  @Test
  void action_isNamedWhereThereIsOne() {
    UUID action = UUID.randomUUID();
    var delivery =
        new Delivery(1, UUID.randomUUID(), GIVEN_OUT, DECISION, "p1", 1, "show", action, 0);
    assertThat(new String(MESSAGES.of(delivery, Format.STANDARD).body(), UTF_8))
        .contains(action.toString());
  }

  @Test
  void cloudEvent_saysTheSame_inTheSameBytes() {
    Message message = message("p1", Format.CLOUDEVENTS);
    assertThat(new String(message.body(), UTF_8))
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"id\":\"msg_42\",\"source\":\"urn:breakwater:log:example\","
                + "\"type\":\"org.breakwater.action.hide\","
                + "\"datacontenttype\":\"application/json\","
                + "\"subject\":\"p1\",\"time\":\"2026-12-01T09:30:00.123Z\",\"data\":"
                + "{\"content\":\"p1\",\"revision\":1,\"deed\":\"hide\",\"decision\":\""
                + DECISION
                + "\"}}");
    assertThat(message("p1", Format.CLOUDEVENTS).body()).isEqualTo(message.body());
  }

  @Test
  void cloudEvent_isReadByTheSdk_andVerifiedByTheReferenceReceiver() {
    SigningKey key = SigningKey.fresh(Scheme.HMAC);
    Message message = message("ñandú 💥", Format.CLOUDEVENTS);
    Map<String, String> headers = message.headers(List.of(key), Instant.now());
    assertThatCode(() -> verify(key, message, headers)).doesNotThrowAnyException();
    CloudEvent event = HttpMessageFactory.createReader(headers, message.body()).toEvent();
    assertThat(event.getId()).isEqualTo(headers.get("webhook-id"));
    assertThat(event.getSubject()).isEqualTo("ñandú 💥");
    assertThat(event.getTime()).isEqualTo("2026-12-01T09:30:00.123Z");
    Message test = MESSAGES.test("msg_test_1", GIVEN_OUT, Format.CLOUDEVENTS);
    Map<String, String> trial = test.headers(List.of(key), GIVEN_OUT);
    assertThat(HttpMessageFactory.createReader(trial, test.body()).toEvent().getType())
        .isEqualTo("org.breakwater.test");
  }

  @Test
  void contentIdThatCannotBeASubject_standsInTheDataOnly() {
    for (String content : List.of("a\nb", "\uffff", "p".repeat(1_001))) {
      String body = new String(message(content, Format.CLOUDEVENTS).body(), UTF_8);
      assertThat(body).doesNotContain("\"subject\"");
      assertThat(Json.tree(body).at("/data/content").asText()).isEqualTo(content);
    }
    assertThat(message("p".repeat(19_500), Format.CLOUDEVENTS).isTooLong()).isFalse();
  }

  @Test
  void hmac_isVerifiedByTheReferenceReceiver_andAChangeIsNot() {
    SigningKey key = SigningKey.fresh(Scheme.HMAC);
    Message message = message("ñandú 💥");
    Map<String, String> headers = message.headers(List.of(key), Instant.now());
    assertThatCode(() -> verify(key, message, headers)).doesNotThrowAnyException();
    assertThatThrownBy(() -> verify(key, message("other"), headers))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(() -> verify(SigningKey.fresh(Scheme.HMAC), message, headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void duringARotation_receiversWithEitherSecretVerify() {
    SigningKey old = SigningKey.fresh(Scheme.HMAC);
    SigningKey fresh = SigningKey.fresh(Scheme.HMAC);
    SigningKey other = SigningKey.fresh(Scheme.ED25519);
    Message message = message("p1");
    Map<String, String> headers = message.headers(List.of(fresh, other, old), Instant.now());
    assertThatCode(() -> verify(old, message, headers)).doesNotThrowAnyException();
    assertThatCode(() -> verify(fresh, message, headers)).doesNotThrowAnyException();
  }

  @Test
  void ed25519_isVerifiedByTink_whichTheReferenceReceiverDoesNotDo()
      throws GeneralSecurityException {
    SigningKey key = SigningKey.fresh(Scheme.ED25519);
    Message message = message("p1");
    Map<String, String> headers = message.headers(List.of(key), Instant.now());
    String signature = headers.getOrDefault("webhook-signature", "");
    assertThat(signature).startsWith("v1a,");
    byte[] signed =
        (headers.get("webhook-id")
                + "."
                + headers.get("webhook-timestamp")
                + "."
                + new String(message.body(), UTF_8))
            .getBytes(UTF_8);
    byte[] publicKey = Base64.getDecoder().decode(key.shown().substring("whpk_".length()));
    var verifier = new Ed25519Verify(publicKey);
    verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())), signed);
    signed[0] ^= 1;
    assertThatThrownBy(
            () ->
                verifier.verify(
                    Base64.getDecoder().decode(signature.substring("v1a,".length())), signed))
        .isInstanceOf(GeneralSecurityException.class);
    // Should it learn to, this says so: then it can be held to the reference receiver too.
    SigningKey secret = SigningKey.fresh(Scheme.HMAC);
    assertThatThrownBy(() -> verify(secret, message, headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void messageOf20kB_isTooLong() {
    assertThat(message("p".repeat(19_800)).isTooLong()).isFalse();
    assertThat(message("p".repeat(20_000)).isTooLong()).isTrue();
  }
}
