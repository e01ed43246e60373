package org.breakwater.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Receivers of every kind, on a test's clock: what is tried when, and what becomes of it. */
@Tag("long")
class DelivererTest extends DeliveryFixture {
  DelivererTest(@TempDir Path folder) {
    super(folder);
  }

  private static void never(Receiver.Got got, Socket socket) throws InterruptedException {
    Thread.sleep(Duration.ofMinutes(5));
  }

  private static void hangUp(Receiver.Got got, Socket socket) throws IOException {
    // Without the usual goodbye: the other side sees a reset.
    socket.setSoLinger(true, 0);
    socket.close();
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("reset", (Receiver.Behaviour) DelivererTest::hangUp, "reset"),
        Arguments.of("redirect", Receiver.status(302, "Location: http://127.0.0.1:1/"), "302"),
        Arguments.of("500", Receiver.status(500), "500"),
        Arguments.of("404", Receiver.status(404), "404"),
        Arguments.of(
            "no HTTP",
            (Receiver.Behaviour) (_, socket) -> Receiver.write(socket, "SSH-2.0-x\r\n\r\n"),
            "protocol"),
        Arguments.of(
            "a head without end",
            (Receiver.Behaviour)
                (_, socket) -> Receiver.write(socket, Receiver.head(200) + "X: y".repeat(20_000)),
            "protocol"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void hostileReceiver_isTriedByTheSchedule_andThenItIsADeadLetter(
      String name, Receiver.Behaviour behaviour, String why) {
    try (var receiver = Receiver.plain(behaviour)) {
      endpoint(receiver.url());
      assertThat(waits()).as(name).isEqualTo(WAITS);
      assertThat(state()).containsExactly("dead 10 " + why);
      assertThat(receiver.ids()).hasSize(10).containsOnly(receiver.ids().getFirst());
      assertThat(receiver.got().stream().map(Receiver.Got::body).distinct())
          .as("the same bytes each time")
          .hasSize(1);
    }
  }

  @Test
  void nobodyThere_isTriedByTheSchedule() {
    var receiver = Receiver.plain(Receiver.status(200));
    endpoint(receiver.url());
    receiver.close();
    assertThat(waits()).isEqualTo(WAITS);
    assertThat(state()).containsExactly("dead 10 connect");
  }

  @Test
  void certificateForAnotherName_orOfNobodyWeTrust_isRefused() {
    try (var receiver = Receiver.encrypted(OTHER_KEYS, PASSWORD, Receiver.status(200))) {
      endpoint("https://hooks.example.org:" + receiver.port() + "/");
      message("p1");
      round();
      assertThat(state()).containsExactly("pending 1 tls");
      assertThat(receiver.got()).isEmpty();
    }
  }

  @Test
  void name_isResolvedOnce_andTlsHoldsTheReceiverToIt() {
    try (var receiver = Receiver.encrypted(KEYS, PASSWORD, Receiver.status(204))) {
      endpoint("https://hooks.example.org:" + receiver.port() + "/a?b=c");
      message("p1");
      round();
      assertThat(state()).containsExactly("delivered 1 204");
      assertThat(receiver.got().getFirst().headers())
          .containsEntry("host", "hooks.example.org:" + receiver.port());
      endpoint("https://other.example.org:" + receiver.port() + "/");
      message("p2");
      round();
      assertThat(state()).contains("pending 1 tls");
    }
  }

  @Test
  void gone_isTriedOnce_andDisablesTheEndpoint() {
    try (var receiver = Receiver.plain(Receiver.status(410))) {
      endpoint(receiver.url());
      assertThat(waits()).isEmpty();
      assertThat(state()).containsExactly("dead 1 410");
      assertThat(rows("select state from webhook_endpoint")).containsExactly("disabled");
    }
  }

  @Test
  void bodyWithoutEnd_isNotRead_andTheStatusCounts() {
    var written = new AtomicInteger();
    try (var receiver =
        Receiver.plain(
            (_, socket) -> {
              Receiver.write(socket, Receiver.head(200) + "Content-Length: 999999999\r\n\r\n");
              while (true) {
                Receiver.write(socket, "x".repeat(1_000));
                written.addAndGet(1_000);
              }
            })) {
      endpoint(receiver.url());
      message("p1");
      round();
      assertThat(state()).containsExactly("delivered 1 200");
      await(() -> written.get() > 1_000);
      int afterAWhile = pausedFor(300, written);
      assertThat(pausedFor(300, written)).as("nobody reads on").isEqualTo(afterAWhile);
    }
  }

  private static int pausedFor(long ms, AtomicInteger written) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return written.get();
  }

  @Test
  void retryAfter_isHonoured() {
    try (var receiver = Receiver.plain(Receiver.status(429, "Retry-After: 3600"))) {
      endpoint(receiver.url());
      message("p1");
      round();
      turnToNext();
      assertThat(now).isEqualTo(START.plusSeconds(3_600));
    }
  }

  @Test
  void messageOf20kB_isDeadAtOnce() {
    try (var receiver = Receiver.plain(Receiver.status(200))) {
      endpoint(receiver.url());
      message("p".repeat(20_000));
      round();
      assertThat(state()).containsExactly("dead 1 too_long");
      assertThat(receiver.got()).isEmpty();
    }
  }

  @Test
  void addressThatIsNotAllowed_isNeverReached() {
    try (var receiver = Receiver.plain(Receiver.status(200));
        var strict = deliverer(toThisMachine(false), new PemTrustOptions())) {
      endpoint(receiver.url());
      message("p1");
      strict.round();
      assertThat(strict.awaitAttempts(Duration.ofSeconds(5))).isTrue();
      strict.round();
      assertThat(state()).containsExactly("pending 1 refused_address");
      assertThat(receiver.got()).isEmpty();
    }
  }

  @Test
  void slowEndpoint_holdsUpNoOther() {
    try (var slow = Receiver.plain(DelivererTest::never);
        var quick = Receiver.plain(Receiver.status(200))) {
      endpoint(slow.url());
      endpoint(quick.url());
      for (int i = 0; i < 40; i++) message("p" + i);
      deliverer.start();
      await(() -> quick.ids().stream().distinct().count() == 40);
      assertThat(slow.got().size()).as("some at a time").isLessThanOrEqualTo(32);
    }
  }

  @Test
  void ofOneContent_messagesArriveInOrder_alsoWhereSomeFail() {
    var count = new AtomicInteger();
    Map<String, List<Long>> arrived = new HashMap<>();
    try (var receiver =
        Receiver.plain(
            (got, socket) -> {
              boolean fails = count.incrementAndGet() % 3 == 0;
              if (!fails) note(arrived, got);
              Receiver.status(fails ? 503 : 200).answer(got, socket);
            })) {
      endpoint(receiver.url());
      for (int i = 0; i < 30; i++) message("p" + i % 3);
      do round();
      while (turnToNext());
    }
    assertThat(arrived).hasSize(3);
    arrived.values().forEach(ids -> assertThat(ids).hasSize(10).isSorted());
  }

  private static synchronized void note(Map<String, List<Long>> arrived, Receiver.Got got) {
    String content = got.body().replaceAll(".*\"content\":\"(\\w+)\".*", "$1");
    arrived
        .computeIfAbsent(content, _ -> new ArrayList<>())
        .add(Long.parseLong(got.id().substring("msg_".length())));
  }

  @Test
  void secondServer_takesOver_whenTheFirstEnds() {
    try (var receiver = Receiver.plain(Receiver.status(200));
        var second = deliverer(toThisMachine(true), new PemTrustOptions())) {
      endpoint(receiver.url());
      round();
      second.round();
      assertThat(deliverer.isDelivering()).isTrue();
      assertThat(second.isDelivering()).isFalse();
      deliverer.close();
      message("p1");
      second.round();
      assertThat(second.awaitAttempts(Duration.ofSeconds(5))).isTrue();
      second.round();
      assertThat(second.isDelivering()).isTrue();
      assertThat(state()).containsExactly("delivered 1 200");
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
