package org.breakwater.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.breakwater.server.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sample as it is given out: whole days, few figures suppressed, each look in the log. */
@Tag("long")
class SamplesTest {
  private static final RunningServer SERVER = SharedServer.get();

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final LocalDate day = today.minusDays(3);

  @BeforeEach
  void draw() {
    SharedServer.execute("delete from sample");
    SharedServer.execute("delete from sample_population");
    for (LocalDate each : List.of(day, today))
      SharedServer.execute(
          "insert into sample values ('%s', 'rest', 0.001, 'es', 'MX', 'post', 'allow', 'on %s')"
              .formatted(each, each));
    SharedServer.execute(
        """
        insert into sample_population values ('%s', 'rest', 0.001, 1234, 1),
          ('%s', 'near', 0.01, 10, 0)
        """
            .formatted(day, day));
  }

  private static HttpResponse<String> read(String query) {
    String key = SharedServer.person(Role.TRANSPARENCY_OFFICER).key();
    return SERVER.send("GET", "/v1/samples" + query, "", Map.of("Authorization", "Bearer " + key));
  }

  @Test
  void samplesOfADay_comeWithTheirProbabilities() {
    assertThat(read("?day=" + day).body().lines())
        .containsExactly(
            "{\"day\":\"%s\",\"stratum\":\"near\",\"probability\":0.01,\"events\":null}"
                .formatted(day),
            "{\"day\":\"%s\",\"stratum\":\"rest\",\"probability\":0.001,\"events\":1234}"
                .formatted(day),
            """
            {"day":"%s","stratum":"rest","probability":0.001,"lang":"es","region":"MX",\
            "surface":"post","outcome":"allow","text":"on %s"}\
            """
                .formatted(day, day));
  }

  @Test
  void dayThatHasNotEnded_isGivenToNobody() {
    assertThat(read("").body()).contains("on " + day).doesNotContain("on " + today);
    assertThat(read("?day=" + today).statusCode()).isEqualTo(400);
    assertThat(read("?day=yesterday").statusCode()).isEqualTo(400);
    assertThat(read("?day=2020-01-01").body()).isEmpty();
  }

  @Test
  void eachLook_isInTheLog() {
    read("?day=" + day);
    assertThat(SharedServer.acts())
        .contains(
            "\"act\":\"export\",\"by\":\"person transparency_officer\"",
            "\"object\":\"samples of %s to %s\"".formatted(day, day));
  }
}
