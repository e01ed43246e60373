package org.breakwater.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due, in which order, and what becomes of it. */
class DispatchTest extends WebhookFixture {
  DispatchTest(@TempDir Path folder) throws SQLException {
    super(folder);
  }

  private List<String> states() {
    return rows("select state || ' ' || attempts from webhook_delivery order by message, endpoint");
  }

  @Test
  void message_waitsUntilThereIsAnEndpoint_andGoesToEach() {
    long first = message("p1");
    assertThat(dispatch.giveOut(now)).isZero();
    Endpoint one = endpoint();
    Endpoint other = endpoint();
    assertThat(dispatch.giveOut(now)).isEqualTo(2);
    assertThat(dispatch.giveOut(now)).as("once").isZero();
    assertThat(due(one)).containsExactly(first);
    assertThat(due(other)).containsExactly(first);
  }

  @Test
  void ofOneContent_theNextGoesAfterTheOneBefore_andOthersDoNotWait() throws SQLException {
    Endpoint endpoint = endpoint();
    long first = message("p1");
    long second = message("p1");
    long other = message("p2");
    dispatch.giveOut(now);
    assertThat(due(endpoint)).containsExactly(first, other);
    assertThat(dispatch.due(endpoint.id(), now, List.of(first), 9))
        .as("in flight is not acknowledged")
        .extracting(Delivery::message)
        .containsExactly(other);
    answered(deliveries(endpoint).getFirst(), 500);
    assertThat(due(endpoint)).as("waits for its next attempt").containsExactly(other);
    now = now.plusSeconds(5);
    assertThat(due(endpoint)).containsExactly(other, first);
    answered(deliveries(endpoint).getLast(), 204);
    assertThat(due(endpoint)).containsExactlyInAnyOrder(other, second);
  }

  @Test
  void tenAttempts_thenADeadLetter_andTheNextOfItsContentGoes() throws SQLException {
    Endpoint endpoint = endpoint();
    message("p1");
    long second = message("p1");
    dispatch.giveOut(now);
    for (int i = 0; i < 10; i++) {
      Delivery delivery = deliveries(endpoint).getFirst();
      assertThat(delivery.attempts()).isEqualTo(i);
      answered(delivery, 503);
      now = now.plus(24, ChronoUnit.HOURS);
    }
    assertThat(states()).containsExactly("dead 10", "pending 0");
    assertThat(due(endpoint)).containsExactly(second);
    assertThat(letters.page(Long.MAX_VALUE, new UUID(-1, -1), 9))
        .singleElement()
        .matches(letter -> letter.why().equals("503") && letter.deed().equals("hide"));
  }

  @Test
  void retryAfter_putsOff_neverForward_andNotBeyondADay() {
    var schedule = new Schedule(() -> 0);
    assertThat(schedule.waitMs(1, Duration.ofSeconds(60))).hasValue(60_000);
    assertThat(schedule.waitMs(2, Duration.ofSeconds(60))).hasValue(300_000);
    assertThat(schedule.waitMs(1, Duration.ofDays(300))).hasValue(Duration.ofDays(1).toMillis());
    assertThat(new Schedule(() -> 0.999).waitMs(1, Duration.ZERO).orElseThrow())
        .isBetween(5_490L, 5_500L);
  }

  @Test
  void gone_disablesTheEndpoint_andWhatWaitsForItIsDead() throws SQLException {
    Endpoint endpoint = endpoint();
    message("p1");
    message("p2");
    dispatch.giveOut(now);
    answered(deliveries(endpoint).getFirst(), 410);
    dispatch.settle(now);
    assertThat(states()).containsExactly("dead 1", "dead 0");
    assertThat(endpoints.find(endpoint.id()).orElseThrow().why()).isEqualTo("answered 410 Gone");
    message("p3");
    assertThat(dispatch.giveOut(now)).as("waits for another endpoint").isZero();
  }

  @Test
  void action_isTold_onceSent_andAcknowledgedWhenEveryEndpointHasIt() throws SQLException {
    Endpoint one = endpoint();
    Endpoint other = endpoint();
    message("p1", UUID.randomUUID());
    dispatch.giveOut(now);
    answered(deliveries(one).getFirst(), 500);
    now = now.plusSeconds(5);
    answered(deliveries(one).getFirst(), 200);
    assertThat(told).containsExactly("sent");
    answered(deliveries(other).getFirst(), 200);
    assertThat(told).containsExactly("sent", "acknowledged");
  }

  @Test
  void action_isToldOfFailure_andOfAReplayThatArrives() throws SQLException {
    Endpoint endpoint = endpoint();
    long message = message("p1", UUID.randomUUID());
    dispatch.giveOut(now);
    answered(deliveries(endpoint).getFirst(), 410);
    endpoints.change("person admin", endpoints.find(endpoint.id()).orElseThrow().enabled());
    letters.replay("person admin", DeadLetters.Which.one(message));
    answered(deliveries(endpoint).getFirst(), 200);
    assertThat(told).containsExactly("sent", "failed 410", "acknowledged");
  }

  @Test
  void whatNobodyCouldBeTold_isToldToItsAction_beforeItGoes() throws SQLException {
    message("p1", UUID.randomUUID());
    now = now.plus(6, ChronoUnit.DAYS);
    assertThat(Dispatch.isNeeded(database, now)).isTrue();
    dispatch.settle(now);
    assertThat(told).containsExactly("failed no endpoint");
  }

  @Test
  void whatWaitsTooLong_isADeadLetter() throws SQLException {
    endpoint();
    message("p1", UUID.randomUUID());
    dispatch.giveOut(now);
    now = now.plus(6, ChronoUnit.DAYS);
    dispatch.settle(now);
    assertThat(told).containsExactly("failed expired");
  }

  @Test
  void secondServer_doesNotDeliver_untilTheFirstIsGone() throws SQLException {
    var schedule = new Schedule(() -> 0);
    ActionProgress nobody = new Nobody();
    assertThat(Dispatch.open(database, schedule, nobody)).isEmpty();
    dispatch.close();
    var second = Dispatch.open(database, schedule, nobody);
    assertThat(second).isPresent();
    second.orElseThrow().close();
    dispatch = open();
  }

  @Test
  void erasedMessage_isNotRecorded_andNothingOfItIsLeft() throws SQLException {
    Endpoint endpoint = endpoint();
    message("p1");
    dispatch.giveOut(now);
    Delivery inFlight = deliveries(endpoint).getFirst();
    database.jdbi().useHandle(handle -> handle.execute("delete from outbox"));
    answered(inFlight, 200);
    assertThat(states()).isEmpty();
    assertThat(rows("select at::text from webhook_attempt")).isEmpty();
  }

  @Test
  void removedEndpoint_goesWhenNothingIsLeftOfIt() throws SQLException {
    Endpoint endpoint = endpoint();
    message("p1");
    dispatch.giveOut(now);
    assertThat(endpoints.remove("person admin", endpoint.id())).isTrue();
    assertThat(endpoints.find(endpoint.id())).isEmpty();
    assertThat(rows("select sealed::text from webhook_secret")).isEmpty();
    dispatch.settle(now);
    assertThat(states()).containsExactly("dead 0");
    database.jdbi().useHandle(handle -> handle.execute("delete from outbox"));
    dispatch.settle(now);
    assertThat(rows("select url from webhook_endpoint")).isEmpty();
  }

  /** A listener whom nothing concerns. */
  private static final class Nobody implements ActionProgress {
    @Override
    public void sent(Connection c, UUID action, Instant at) {}

    @Override
    public void acknowledged(Connection c, UUID action, Instant at) {}

    @Override
    public void failed(Connection c, UUID action, Instant at, String why) {}
  }
}
