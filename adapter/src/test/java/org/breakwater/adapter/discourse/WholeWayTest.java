package org.breakwater.adapter.discourse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.breakwater.adapter.bridge.Crossing;
import org.breakwater.adapter.bridge.Peer;
import org.breakwater.adapter.bridge.Signature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From a post on the forum through a real server to the deed on the forum, by the verbs of `bw`.
 */
@Tag("long")
class WholeWayTest {
  private static final Path BW = Path.of("..", "bw").toAbsolutePath().normalize();
  private static final int SECONDS_MAX = 120;

  private static final String OFFER =
      "Paso gente a Estados Unidos por Reynosa. 7 mil. Se paga hasta que esté del otro lado con su"
          + " familia. Info por inbox";
  private static final String ASK = "Does anyone know a coyote from Reynosa?";

  private final HttpClient client = HttpClient.newHttpClient();

  /** Not in a folder of this user alone: as root, PostgreSQL runs as somebody else. */
  private final Path folder = Path.of("target", "whole-way").toAbsolutePath();

  @BeforeEach
  void empty() throws IOException {
    if (Files.exists(folder))
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
    Files.createDirectories(folder);
  }

  @Test
  void offer_isTakenOutOfSight_andAnAskIsLeftAlone() throws IOException, InterruptedException {
    int port = freePort();
    var server = started("serve", Map.of(), "--port", "0", "--webhook-allow-private");
    try (var forum = new DiscoursePeer()) {
      forum.post(1, 1);
      forum.post(2, 1);
      await(() -> printed("serve").contains("try "));
      String adapter = "http://127.0.0.1:" + port;
      var add =
          started(
              "webhooks",
              Map.of(),
              "add",
              adapter + "/hooks/breakwater",
              "--webhook-allow-private");
      add.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
      var bridge = started("adapter", secrets(), arguments(forum, port));
      try {
        await(() -> printed("adapter").contains("Breakwater"));
        assertThat(check(forum, port))
            .contains("ok   Breakwater takes the key")
            .doesNotContain("no ");
        assertThat(announce(adapter, 1, OFFER)).isEqualTo(200);
        assertThat(announce(adapter, 2, ASK)).isEqualTo(200);
        await(() -> !forum.isVisible(1));
        assertThat(forum.isVisible(2)).isTrue();
        assertThat(forum.changes()).containsExactly("DELETE /t/5.json");
      } finally {
        bridge.destroy();
      }
      assertThat(bridge.waitFor()).as(printed("adapter")).isZero();
    } finally {
      server.destroy();
      server.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
    }
  }

  private String[] arguments(DiscoursePeer forum, int port) {
    return new String[] {
      "discourse",
      "--platform",
      forum.address().toString(),
      "--breakwater",
      said("serve", "address +(\\S+)"),
      "--user",
      DiscoursePeer.USER,
      "--port",
      "" + port
    };
  }

  private Map<String, String> secrets() {
    return Map.of(
        "ADAPTER_BREAKWATER_KEY",
        said("serve", "API key +(\\S+)"),
        "ADAPTER_BREAKWATER_SECRET",
        said("webhooks", "(whsec_\\S+)"),
        "ADAPTER_PLATFORM_KEY",
        Crossing.PLATFORM_KEY,
        "ADAPTER_PLATFORM_SECRET",
        Crossing.PLATFORM_SECRET);
  }

  private String check(DiscoursePeer forum, int port) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(arguments(forum, port)));
    arguments.add("--check");
    Path out = folder.resolve("check");
    run(out, "adapter", secrets(), arguments).waitFor(SECONDS_MAX, TimeUnit.SECONDS);
    return Files.readString(out);
  }

  private int announce(String adapter, long post, String text)
      throws IOException, InterruptedException {
    var body = Peer.JSON.createObjectNode();
    body.putObject("post")
        .put("id", post)
        .put("post_number", 1)
        .put("post_type", 1)
        .put("user_id", 17)
        .put("topic_archetype", "regular")
        .put("cooked", "<p>" + text + "</p>");
    String signature = new Signature(Crossing.PLATFORM_SECRET).of(body.toString().getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(adapter + "/hooks/discourse"))
            .header("X-Discourse-Event", "post_created")
            .header("X-Discourse-Event-Signature", signature)
            .POST(BodyPublishers.ofString(body.toString()));
    return client.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private Process started(String verb, Map<String, String> variables, String... arguments)
      throws IOException {
    return run(folder.resolve(verb), verb, variables, List.of(arguments));
  }

  private Process run(Path out, String verb, Map<String, String> variables, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(BW.toString(), verb));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(variables);
    builder.environment().put("BW_BUILD", "off");
    return builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
  }

  private String printed(String verb) {
    try {
      return Files.readString(folder.resolve(verb));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String said(String verb, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(printed(verb));
    if (!matcher.find()) throw new AssertionError("no " + pattern + " in " + printed(verb));
    return matcher.group(1);
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end)
        throw new AssertionError(printed("serve") + printed("webhooks") + printed("adapter"));
      Thread.sleep(50);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
