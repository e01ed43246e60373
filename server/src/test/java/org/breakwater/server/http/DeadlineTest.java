package org.breakwater.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  @Test
  void replyThatIsLate_isAProblemThatNamesWhatIsUnknown() {
    Reply reply = Deadline.parse("5").within(new CompletableFuture<>()).join();
    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> {
              assertThat(refused.problem().status()).isEqualTo(504);
              assertThat(refused.problem().reason())
                  .isEqualTo("whether it is in the log was not known after 5 ms");
            });
  }

  @Test
  void replyInTime_isItself() {
    var reply = new Reply.Refused(Problems.conflict());
    assertThat(Deadline.parse("60000").within(CompletableFuture.completedFuture(reply)).join())
        .isEqualTo(reply);
    assertThat(Deadline.NONE.within(CompletableFuture.completedFuture(reply)).join())
        .isEqualTo(reply);
  }

  @Test
  void whatIsNoDeadline_isUnreadable() {
    for (String header : new String[] {"0", "-1", "1.5", "60001", "soon", " 5", "999999999999"})
      assertThat(Deadline.parse(header)).as(header).isEqualTo(Deadline.UNREADABLE);
  }
}
