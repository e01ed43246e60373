package org.breakwater.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that would take for ever, where an attempt may take half a second. */
@Tag("long")
class SlowReceiverTest extends DeliveryFixture {
  SlowReceiverTest(@TempDir Path folder) {
    super(folder);
  }

  @Override
  Duration whole() {
    return Duration.ofMillis(500);
  }

  private static void never(Receiver.Got got, Socket socket) throws InterruptedException {
    Thread.sleep(Duration.ofMinutes(5));
  }

  private static void drip(Receiver.Got got, Socket socket)
      throws IOException, InterruptedException {
    for (char c : "HTTP/1.1 200 OK\r\nX: a long value".toCharArray()) {
      Receiver.write(socket, String.valueOf(c));
      Thread.sleep(200);
    }
  }

  @Test
  void receiverThatNeverAnswers_isTriedByTheSchedule() {
    isDeadBySchedule(SlowReceiverTest::never);
  }

  @Test
  void receiverThatDrips_isTriedByTheSchedule() {
    isDeadBySchedule(SlowReceiverTest::drip);
  }

  private void isDeadBySchedule(Receiver.Behaviour behaviour) {
    try (var receiver = Receiver.plain(behaviour)) {
      endpoint(receiver.url());
      assertThat(waits()).isEqualTo(WAITS);
      assertThat(state()).containsExactly("dead 10 timeout");
    }
  }
}
