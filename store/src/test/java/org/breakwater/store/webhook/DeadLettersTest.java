package org.breakwater.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.breakwater.store.webhook.DeadLetters.Replayed;
import org.breakwater.store.webhook.DeadLetters.Which;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest extends WebhookFixture {
  private static final UUID LAST = new UUID(-1, -1);

  DeadLettersTest(@TempDir Path folder) throws SQLException {
    super(folder);
  }

  /** Two dead letters about two contents, at an endpoint that is active again. */
  private Endpoint twoDead() throws SQLException {
    Endpoint endpoint = endpoint();
    message("p1");
    message("p2");
    dispatch.giveOut(now);
    endpoints.change("person admin", endpoint.disabled("by a person"));
    now = now.plusSeconds(60);
    dispatch.settle(now);
    endpoints.change("person admin", endpoint);
    return endpoint;
  }

  @Test
  void rangeOfTime_isReplayed_itsEndLeftOut() throws SQLException {
    Endpoint endpoint = twoDead();
    assertThat(letters.replay("person admin", Which.between(START, now)))
        .isEqualTo(new Replayed(0, 0, 0));
    assertThat(letters.replay("person admin", Which.between(START, now.plusMillis(1))))
        .isEqualTo(new Replayed(2, 0, 0));
    assertThat(due(endpoint)).hasSize(2);
    assertThat(letters.page(Long.MAX_VALUE, LAST, 9)).isEmpty();
  }

  @Test
  void letterThatALaterMessageOvertook_staysDead() throws SQLException {
    Endpoint endpoint = twoDead();
    message("p1");
    dispatch.giveOut(now);
    answered(deliveries(endpoint).getFirst(), 200);
    assertThat(letters.replay("person admin", Which.between(START, now.plusSeconds(1))))
        .isEqualTo(new Replayed(1, 1, 0));
  }

  @Test
  void letterOfAClosedEndpoint_staysDead() throws SQLException {
    Endpoint endpoint = twoDead();
    endpoints.change("person admin", endpoint.disabled("by a person"));
    assertThat(letters.replay("person admin", Which.between(START, now.plusSeconds(1))))
        .isEqualTo(new Replayed(0, 0, 2));
  }

  @Test
  void pages_goOnWhereTheOneBeforeEnded() throws SQLException {
    twoDead();
    DeadLetter newest = letters.page(Long.MAX_VALUE, LAST, 1).getFirst();
    DeadLetter next = letters.page(newest.message(), newest.endpoint(), 1).getFirst();
    assertThat(next.message()).isLessThan(newest.message());
    assertThat(letters.page(next.message(), next.endpoint(), 1)).isEmpty();
  }
}
