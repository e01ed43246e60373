package org.breakwater.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1 915 555 0134",
        "(915) 555-0134",
        "915.555.0134",
        "9155550134",
        "call 555-0134",
        "555-0134",
        "+44 7700 900123",
        "07700 900123",
        "07700900123",
        "+33 6 39 98 00 21",
        "0033 6 39 98 00 21",
        "wa.me/19155550134",
        "cel 55 5555 0134",
        "９１５ ５５５ ０１３４"
      })
  void phoneNumbers_inTheirManyShapes_areSeen(String text) {
    assertThat(Seen.in(text).signals()).contains("contact.phone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on 2024-11-22 we met",
        "12/11/2024 at 10:30",
        "22.11.2024 10",
        "between 2019-2024",
        "that is $7,000,000",
        "7.000.000 pesos",
        "it costs 5000000 in all",
        "case 9155550134",
        "folio: 55 5555 0134",
        "32.514947, -117.038247",
        "36.8065 N 10.1815 E",
        "server 192.168.100.254",
        "one two three four five six seven eight nine ten",
        "1 2 3 4 5 6 7 8 9",
        "1700000000",
        "https://example.org/story/9155550134",
        "4111 1111 1111 1111",
        "A9155550134",
        "1000-2000 people"
      })
  void digitsThatAreSomethingElse_areNoPhone(String text) {
    assertThat(Seen.in(text).signals()).doesNotContain("contact.phone", "contact.obfuscated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9 1 5 5 5 5 0 1 3 4",
        "9.1.5.5.5.5.0.1.3.4",
        "9-1-5-5-5-5-0-1-3-4",
        "9️⃣1️⃣5️⃣5️⃣5️⃣5️⃣0️⃣1️⃣3️⃣4️⃣",
        "9l5 555 o134",
        "①⑤⑤⑤⑤⓪①③④⑨",
        "nine one five five five five zero one three four",
        "nueve uno cinco cinco cinco cinco cero uno tres cuatro",
        "915 five five five 0134",
        "nine one five triple five oh one three four",
        "cinco cinco, cincuenta y cinco, cero uno, treinta y cuatro",
        "915\u200B555\u200B0134"
      })
  void disguisedDigits_arePhoneAndObfuscated(String text) {
    assertThat(Seen.in(text).signals()).contains("contact.phone", "contact.obfuscated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"915 555 0134 915 555 0135", "915-555-0134 / 915-555-0135"})
  void twoNumbersInARow_areTwo(String text) {
    assertThat(Seen.in(text).quotes("contact.phone")).hasSize(2);
  }

  @Test
  void appBesideAnInvitation_isTheWayToTheAuthor() {
    assertThat(Seen.in("escríbeme por WhatsApp").signals()).contains("contact.app");
    assertThat(Seen.in("WhatsApp was down again").signals()).doesNotContain("contact.app");
  }

  @Test
  void plainNumber_isNotObfuscated() {
    assertThat(Seen.in("call 915 555 0134").signals()).doesNotContain("contact.obfuscated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maria@example.org",
        "write to maria.lopez+x@example.co.uk.",
        "maria at example dot org",
        "maria arroba example punto com",
        "maria arroba gmail"
      })
  void mailAddresses_alsoInWords_areSeen(String text) {
    assertThat(Seen.in(text).signals()).contains("contact.email").doesNotContain("contact.handle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a?b=c",
        "hxxp://example[.]com",
        "www.example.com",
        "see example.org.",
        "viajes.example.com.mx",
        "visit example dot com"
      })
  void webAddresses_areSeen(String text) {
    assertThat(Seen.in(text).signals()).contains("contact.url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hola.como estas",
        "e.g. this",
        "3.5 km",
        "me gusta el viaje.es bonito",
        "U.S.A.",
        "and/or.",
        "wait...what"
      })
  void fullStopsInText_areNoAddress(String text) {
    assertThat(Seen.in(text).signals()).doesNotContain("contact.url", "contact.email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.me/viajes_invented", "https://wa.me/19155550134", "m.me/invented"})
  void linksThatOpenAConversation_areUrlAndApp(String text) {
    assertThat(Seen.in(text).signals()).contains("contact.url", "contact.app");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insta @maria_invented",
        "add me @rutas.invented",
        "sígueme @rutas_invented",
        "búscame en tiktok @rutas_invented",
        "@rutas_invented on telegram",
        "snap: maria",
        "ig maria_99",
        "my @maria_invented"
      })
  void namesGivenAsAWay_areHandles(String text) {
    assertThat(Seen.in(text).signals()).contains("contact.handle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@user you are wrong",
        "@maria_lopez I agree with that",
        "add @user",
        "Telegram: the app is down again",
        "thanks @nytimes for the story",
        "look @ this"
      })
  void mentions_areNoHandles(String text) {
    assertThat(Seen.in(text).signals()).doesNotContain("contact.handle");
  }

  @Test
  void numberBesideAnApp_isAHandoff() {
    assertThat(Seen.in("WhatsApp +1 915 555 0134").signals())
        .contains("contact.app", "contact.handoff");
  }

  @Test
  void numberBesideAPhoneEmoji_isAHandoff() {
    assertThat(Seen.in("📲 +1 915 555 0134").signals()).contains("contact.handoff");
  }

  @Test
  void numberOfAHelpLine_isNoHandoff() {
    assertThat(Seen.in("Report it to the hotline by WhatsApp 📞 +1 915 555 0134").signals())
        .contains("contact.helpline", "contact.phone")
        .doesNotContain("contact.handoff");
  }

  @Test
  void evidence_isTheNumberAsWritten() {
    assertThat(Seen.in("Llama al (915) 555-0134 ya").quotes("contact.phone"))
        .containsExactly("915) 555-0134");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "@", ".", "1", "@.", "..", "\uD83D", "+", "7.", "1 2 3 4 5 6 7"})
  void scraps_areNothing(String text) {
    assertThat(Seen.in(text).signals()).isEmpty();
  }
}
