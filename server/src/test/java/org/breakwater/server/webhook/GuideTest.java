package org.breakwater.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.breakwater.store.webhook.Attempted.Result;
import org.breakwater.store.webhook.Format;
import org.breakwater.store.webhook.Scheme;
import org.breakwater.store.webhook.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The receiver in docs/integrate.md is run as it stands there. */
class GuideTest {
  @Test
  void receiverOfTheGuide_takesOurs_andRefusesOthers(@TempDir Path folder)
      throws IOException, InterruptedException {
    String guide = Files.readString(Path.of("..", "docs", "integrate.md"));
    String code = guide.substring(guide.indexOf("```java\n") + 8);
    Path source = folder.resolve("Receiver.java");
    Files.writeString(source, code.substring(0, code.indexOf("```")));
    SigningKey key = SigningKey.fresh(Scheme.HMAC);
    int port = freePort();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process receiver =
        new ProcessBuilder(java, source.toString(), "" + port, key.shown()).inheritIO().start();
    Vertx vertx = Vertx.vertx();
    try (var sender = new Sender(vertx, new AddressGate(true), InstantSource.system())) {
      awaitPort(receiver, port);
      assertThat(status(sender, port, key)).isEqualTo(204);
      assertThat(status(sender, port, SigningKey.fresh(Scheme.HMAC))).isEqualTo(401);
    } finally {
      receiver.destroy();
      var _ = vertx.close();
    }
  }

  private static int status(Sender sender, int port, SigningKey key) {
    Message message = MessageTest.MESSAGES.test("msg_test_1", Instant.now(), Format.STANDARD);
    var url = URI.create("http://127.0.0.1:" + port + "/hooks");
    Result result =
        sender.send(url, message.headers(List.of(key), Instant.now()), message.body()).join();
    return result instanceof Result.Answered answered ? answered.status() : -1;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(Process receiver, int port) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      assertThat(receiver.isAlive()).isTrue();
      try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException _) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError("the receiver does not listen");
  }
}
