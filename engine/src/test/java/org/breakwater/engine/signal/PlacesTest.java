package org.breakwater.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.breakwater.engine.text.PhraseIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "from Libya to Italy",
        "de Tapachula a Houston",
        "desde Honduras hasta los Estados Unidos",
        "México a USA",
        "Albania → UK",
        "Albania -> England",
        "Turkey - Greece",
        "🇲🇽🇺🇸",
        "🇦🇱🚛🇬🇧",
        "🇲🇽➡️🇺🇸",
        "salida de San Pedro Sula rumbo a México",
        "to Italy from Libya"
      })
  void placesWithADirection_areAPair(String text) {
    assertThat(Seen.in(text).signals()).contains("place.pair", "place.present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mexico and the USA",
        "the US-Mexico border",
        "frontera México-Estados Unidos",
        "I love Italy. To Libya nobody goes",
        "🇲🇽🇬🇹🇭🇳",
        "From Mexico. To USA",
        "Spain, Italy, Greece",
        "USA vs Mexico"
      })
  void placesWithoutADirection_areNoPair(String text) {
    assertThat(Seen.in(text).signals()).doesNotContain("place.pair");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the Darién Gap",
        "en Tapachula",
        "Ciudad Juárez",
        "Calais",
        "lampedusa",
        "Bihać",
        "Röszke",
        "via Agadez"
      })
  void borderTownsAndRoutes_areBorder(String text) {
    assertThat(Seen.in(text).signals()).contains("place.border", "place.present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to Canada",
        "rumbo a España",
        "hacia el norte",
        "para Alemania",
        "bound for Italy",
        "pa los estados unidos",
        "viajes a Chile",
        "al otro lado",
        "→ UK",
        "to 🇬🇧"
      })
  void goals_areDestinations(String text) {
    assertThat(Seen.in(text).signals()).contains("place.destination");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in Canada",
        "from Spain",
        "vivo en España",
        "compared to Mexico",
        "un viaje de Chile",
        "I have a Canada goose"
      })
  void otherPlaces_areNoDestination(String text) {
    assertThat(Seen.in(text).signals()).doesNotContain("place.destination");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Turkey sandwich please",
        "Georgia said hello",
        "qué rico chile picante",
        "Jordan scored",
        "Sofia is my sister's name"
      })
  void cityNamesWithoutACue_areNoPlace(String text) {
    assertThat(Seen.in(text).signals()).doesNotContain("place.present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to Turkey",
        "from Jordan",
        "en Houston",
        "Houston → Dallas",
        "trips Houston",
        "Mexico, Houston"
      })
  void cityNamesWithACue_arePlaces(String text) {
    assertThat(Seen.in(text).signals()).contains("place.present");
  }

  @Test
  void everyPattern_isWellFormed_andNamesOneConcept() {
    Map<String, String> concepts = new HashMap<>();
    Seen.patterns()
        .forEach(
            (concept, patterns) -> {
              for (String pattern : patterns) {
                assertThat(PhraseIndex.fault(pattern)).as(pattern).isEmpty();
                assertThat(concepts.put(pattern, concept)).as(pattern).isNull();
              }
            });
  }
}
