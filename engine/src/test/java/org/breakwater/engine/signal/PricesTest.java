package org.breakwater.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$7,000 | 7000 | USD",
        "$7.000 | 7000 | USD",
        "$ 7'000 | 7000 | USD",
        "7 000 € | 7000 | EUR",
        "€3000 | 3000 | EUR",
        "3000€ | 3000 | EUR",
        "£2,500.50 | 2500.5 | GBP",
        "USD 900 | 900 | USD",
        "900usd | 900 | USD",
        "3.5k euros | 3500 | EUR",
        "7 mil dólares | 7000 | USD",
        "7 mil 500 pesos | 7500 | MXN",
        "150 mil pesos | 150000 | MXN",
        "2 million naira | 2000000 | NGN",
        "5000 dlls | 5000 | USD",
        "800 US dollars | 800 | USD",
        "900 quid | 900 | GBP",
        "12000 lempiras | 12000 | HNL",
        "Q18,000 | 18000 | GTQ",
        "L 5,000 | 5000 | HNL",
        "US$ 450 | 450 | USD",
        "R$300 | 300 | BRL",
        "$9000 pesos | 9000 | MXN",
        "seven thousand dollars | 7000 | USD",
        "siete mil dólares | 7000 | USD",
        "mil quinientos euros | 1500 | EUR",
        "two hundred and fifty pounds | 250 | GBP",
        "cincuenta y cinco mil pesos | 55000 | MXN",
        "from $500 to $900 | 900 | USD",
        "$5000-7000 | 7000 | USD",
        "1500 lekë | 1500 | ALL",
        "300 TRY | 300 | TRY"
      })
  void amounts_areReadWithTheirCurrency(String text, double amount, String currency) {
    Seen seen = Seen.in(text);
    assertThat(seen.signals()).contains("price.present");
    assertThat(seen.amount()).isEqualTo(amount);
    assertThat(seen.currency()).isEqualTo(currency);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the price is 7000 | 7000",
        "cobran 3500 por persona | 3500",
        "sale en 4000 todo | 4000",
        "costs 7k | 7000",
        "350 por persona | 350",
        "nomas 7 mil hasta allá | 7000",
        "uk 7k all in | 7000",
        "charge seven grand each | 7000"
      })
  void bareNumbers_besideAPriceWord_arePrices(String text, double amount) {
    assertThat(Seen.in(text).amount()).isEqualTo(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in 2024 it happened",
        "the price of crossing in 2023",
        "5000 people crossed",
        "costs 500 people their lives",
        "call +1 915 555 0134 for price",
        "I am 24 and my brother 31",
        "20% of the price",
        "cuesta creer que 300 personas vinieron",
        "35° in the desert",
        "ran a 10k for charity",
        "watched it in 4k",
        "at 10:30 for the price",
        "mil gracias",
        "a thousand times no",
        "2 try again",
        "I lost 20 pounds",
        "room A12 price"
      })
  void otherNumbers_areNoPrice(String text) {
    assertThat(Seen.in(text).signals()).doesNotContain("price.present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$7000 per person",
        "7 mil por persona",
        "€900 each",
        "3000 euros c/u",
        "$500 a head",
        "por cabeza 4 mil pesos",
        "7000 cada uno"
      })
  void amountsForEach_arePerHead(String text) {
    assertThat(Seen.in(text).signals()).contains("price.per_head", "price.present");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A head teacher earns £2,500", "the bus leaves each morning, $400"})
  void wordsOfWhatFollows_areNotPerHead(String text) {
    assertThat(Seen.in(text).signals()).contains("price.present").doesNotContain("price.per_head");
  }

  @Test
  void eachWithoutAnAmount_isNotPerHead() {
    assertThat(Seen.in("per person rules apply here").signals()).doesNotContain("price.per_head");
  }

  @Test
  void phoneNumber_isNoAmountBesideAPriceWord() {
    assertThat(Seen.in("price? 915 555 0134").signals()).doesNotContain("price.present");
  }
}
