package org.breakwater.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.breakwater.server.Json;

/** Where the platform receives webhooks: it checks who signed them before it does what they say. */
final class Reception implements AutoCloseable {
  private static final int BODY_MAX = 20_000;
  private static final String PREFIX = "whsec_";

  private final Platform platform;
  private final HttpServer server;
  private volatile byte[] secret = {};

  private Reception(Platform platform, HttpServer server) {
    this.platform = platform;
    this.server = server;
  }

  static Reception opened(Platform platform) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      var reception = new Reception(platform, server);
      server.createContext("/hooks", reception::take);
      server.start();
      return reception;
    } catch (IOException e) {
      throw new IllegalStateException("cannot receive webhooks: " + e.getMessage(), e);
    }
  }

  /** Where to send them. */
  String url() {
    return "http://127.0.0.1:%d/hooks".formatted(server.getAddress().getPort());
  }

  /** Takes those signed with this secret, and no others. */
  void trust(String shown) {
    secret = Base64.getDecoder().decode(shown.substring(PREFIX.length()));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX);
      String id = header(exchange, "webhook-id");
      String signed = id + "." + header(exchange, "webhook-timestamp") + ".";
      boolean known =
          Pattern.compile(" ")
              .splitAsStream(header(exchange, "webhook-signature"))
              .anyMatch(each -> isMine(each, signed, body));
      Optional<JsonNode> message = known ? Json.object(body) : Optional.empty();
      message.ifPresent(
          each ->
              platform.told(
                  id,
                  each.path("data").path("content").asText(),
                  each.path("data").path("deed").asText()));
      exchange.sendResponseHeaders(message.isPresent() ? 204 : 400, -1);
    }
  }

  private boolean isMine(String signature, String signed, byte[] body) {
    if (!signature.startsWith("v1,") || secret.length == 0) return false;
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(signed.getBytes(UTF_8));
      byte[] own = mac.doFinal(body);
      return MessageDigest.isEqual(own, Base64.getDecoder().decode(signature.substring(3)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no HMAC here", e);
    } catch (IllegalArgumentException _) {
      return false; // not Base64
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
