package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.breakwater.store.decision.Act.Step;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was in force is in the log, in its order, and stays. */
@Tag("long")
class PublicationsTest extends LogFixture {
  private static final UUID FIRST = new UUID(1, 1);
  private static final UUID NEXT = new UUID(2, 2);

  private final Publications publications = new Publications(database);

  PublicationsTest(@TempDir Path folder) {
    super(folder);
  }

  private static Act.Published act(UUID publication, Step step) {
    UUID person = step == Step.STARTED ? null : new UUID(3, 3);
    Instant expiresAt = step == Step.PROPOSED ? START.plus(Duration.ofDays(1)) : null;
    return new Act.Published(
        "{\"act\":\"publish\",\"step\":\"%s\"}".formatted(step.word()),
        publication,
        step,
        "p@1",
        "sha256:0",
        "because",
        "person m",
        person,
        expiresAt);
  }

  private PublicationStep entered(UUID publication, Step step) {
    Act.Published act = act(publication, step);
    return PublicationStep.of(logged(log.enter(act).join()), act);
  }

  @Test
  void steps_areReadAsTheyWereWritten_inTheOrderOfTheLog() {
    PublicationStep started = entered(FIRST, Step.STARTED);
    now = START.minus(Duration.ofDays(30));
    PublicationStep proposed = entered(NEXT, Step.PROPOSED);
    PublicationStep confirmed = entered(NEXT, Step.CONFIRMED);
    assertThat(publications.all()).containsExactly(started, proposed, confirmed);
    assertThat(publications.after(proposed.place().batch())).containsExactly(confirmed);
    assertThat(proposed.at()).isEqualTo(now);
    assertThat(faults()).isEmpty();
  }

  @Test
  void timeline_outlivesTheYearOfOtherActs_andStillVerifies() {
    entered(FIRST, Step.STARTED);
    logged(log.enter(new Act.Deed("{}", true)).join());
    log.close();
    now = START.plus(3_650, ChronoUnit.DAYS);
    log = open();
    logged(log.enter(new Act.Deed("{}", true)).join());
    assertThat(publications.all()).hasSize(1);
    long acts =
        database
            .jdbi()
            .withHandle(
                handle -> handle.createQuery("select count(*) from act").mapTo(Long.class).one());
    assertThat(acts).as("the one of the timeline, and today's").isEqualTo(2);
    assertThat(faults()).isEmpty();
  }

  @Test
  void everyChangedColumn_isFound() {
    PublicationStep step = entered(FIRST, Step.PROPOSED);
    for (String change :
        List.of(
            "policy = 'p@2'",
            "pack = 'sha256:1'",
            "reason = ''",
            "done_by = 'person n'",
            "person = null",
            "expires_at = expires_at + interval '1 second'")) {
      database.jdbi().useHandle(handle -> handle.execute("update publication_step set " + change));
      assertThat(faults())
          .as(change)
          .containsExactly(
              "publication %s: was changed after it was written".formatted(step.step()));
    }
  }

  @Test
  void aRowThatWasTakenOut_isMissed() {
    PublicationStep step = entered(FIRST, Step.STARTED);
    database.jdbi().useHandle(handle -> handle.execute("delete from publication_step"));
    assertThat(faults()).containsExactly("publication %s: is missing".formatted(step.step()));
  }

  @Test
  void aProposal_endsOnce_andTheLogGoesOn() {
    entered(FIRST, Step.PROPOSED);
    entered(FIRST, Step.WITHDRAWN);
    assertThat(log.enter(act(FIRST, Step.CONFIRMED)).join()).isInstanceOf(Answer.Unavailable.class);
    Answer answer = log.enter(act(NEXT, Step.PROPOSED)).join();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (answer instanceof Answer.Unavailable && System.nanoTime() < end)
      answer = log.enter(act(NEXT, Step.PROPOSED)).join();
    assertThat(answer).isInstanceOf(Answer.Logged.class);
    assertThat(publications.all())
        .extracting(PublicationStep::kind)
        .containsExactly(Step.PROPOSED, Step.WITHDRAWN, Step.PROPOSED);
    assertThat(faults()).isEmpty();
  }
}
