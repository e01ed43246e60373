package org.breakwater.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.breakwater.engine.codec.EventJson;
import org.junit.jupiter.api.Test;

class FullEventTest {

  @Test
  void ordinaryPosts_becomeEventsOfOrdinarySize() {
    for (int length = 0; length <= 90; length++) {
      byte[] json = FullEvent.of(7, "x".repeat(length), "post", "en");
      assertThat(json.length).isBetween(350, 450);
    }
  }

  @Test
  void event_isReadWithoutAnythingIgnored() {
    byte[] json = FullEvent.of(7, "¿\"viaje\"? 🇲🇽\n", "search", "es");
    assertThat(EventJson.read(json))
        .isInstanceOfSatisfying(
            EventJson.Read.Accepted.class,
            read -> {
              assertThat(read.ignored()).isEmpty();
              assertThat(read.event().text()).isEqualTo("¿\"viaje\"? 🇲🇽\n");
              assertThat(read.event().lang()).isEqualTo("es");
              assertThat(read.event().author()).isNotNull();
            });
  }

  @Test
  void peer_bindsEveryMember() {
    EventRecord event = EventRecord.parse(FullEvent.of(7, "viaje", "ad", "es"));
    assertThat(event.text()).isEqualTo("viaje");
    assertThat(event).hasNoNullFieldsOrPropertiesExcept("context");
    assertThat(new String(FullEvent.of(7, "a", "post", ""), StandardCharsets.UTF_8))
        .contains("\"reportedByParticipant\"");
  }
}
