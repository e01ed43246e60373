package org.breakwater.adapter.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bridge between two peers, and what both of them send to it. */
public final class Crossing implements AutoCloseable {
  public static final String PLATFORM_KEY = "platform-key";
  public static final String PLATFORM_SECRET = "platform-secret";
  public static final String WHSEC = "whsec_" + "c2VjcmV0IG9mIHRoZSB0ZXN0cyBvZiBhZGFwdGVycw==";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Platform platform;
  private final Bridge bridge;
  private final List<String> log = new CopyOnWriteArrayList<>();

  public Crossing(Platform platform, URI address, URI breakwater) {
    this(
        platform,
        address,
        breakwater,
        new Settings.Secrets(BreakwaterPeer.KEY, WHSEC, PLATFORM_KEY, PLATFORM_SECRET));
  }

  public Crossing(Platform platform, URI address, URI breakwater, Settings.Secrets secrets) {
    this.platform = platform;
    try {
      bridge =
          Bridge.open(
              platform,
              new Settings(breakwater, address, platform.path(), "127.0.0.1", 0, secrets),
              log::add);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public List<String> log() {
    return log;
  }

  public URI address() {
    return bridge.address();
  }

  /** As the platform sends it. */
  public HttpResponse<String> announce(String event, String body) {
    return announce(event, body, new Signature(PLATFORM_SECRET).of(body.getBytes(UTF_8)));
  }

  public HttpResponse<String> announce(String event, String body, String signature) {
    return post(
        platform.path(),
        body,
        Map.of("X-Discourse-Event", event, platform.signatureHeader(), signature));
  }

  /** As Breakwater sends it. */
  public HttpResponse<String> order(long number, Deed deed, String content) {
    return order(number, deed.word(), content, Instant.now());
  }

  public HttpResponse<String> order(long number, String deed, String content, Instant at) {
    String body =
        """
        {"type":"action.%s","timestamp":"%s","data":{"content":"%s","revision":1,"deed":"%s",\
        "decision":"01a22f2b-c1eb-7000-96a4-f7d1f9991f8b"}}"""
            .formatted(deed, at, content, deed);
    String id = "msg_" + number;
    try {
      long seconds = at.getEpochSecond();
      return post(
          "breakwater",
          body,
          Map.of(
              "webhook-id",
              id,
              "webhook-timestamp",
              "" + seconds,
              "webhook-signature",
              new Webhook(WHSEC).sign(id, seconds, body)));
    } catch (WebhookSigningException e) {
      throw new AssertionError(e);
    }
  }

  public HttpResponse<String> post(String hook, String body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(bridge.address().resolve("/hooks/" + hook))
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    return send(request);
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(bridge.address().resolve(path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    bridge.close();
  }
}
