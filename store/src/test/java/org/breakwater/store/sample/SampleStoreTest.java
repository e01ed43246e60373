package org.breakwater.store.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.store.database.Database;
import org.breakwater.store.database.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SampleStoreTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-22");

  private final Database database = TestPostgres.fresh();
  private final SampleStore store = new SampleStore(database);

  @AfterEach
  void close() {
    database.close();
  }

  private static Sample sample(LocalDate day, String text) {
    return new Sample(day, "rest", 0.001, "en", "", "post", "allow", text);
  }

  private List<Sample> read(LocalDate first, LocalDate last) {
    List<Sample> read = new ArrayList<>();
    store.read(first, last, read::add);
    return read;
  }

  @Test
  void samples_areReadByDay() {
    var odd = new Sample(DAY, "near", 0.25, "es", "MX", "ad", "review", "a\u0000b");
    store.write(List.of(sample(DAY.minusDays(1), "before"), odd), List.of());
    assertThat(read(DAY, DAY)).containsExactly(odd);
    assertThat(odd.text()).isEqualTo("a\uFFFDb");
    assertThat(read(DAY.minusDays(1), DAY)).hasSize(2);
  }

  @Test
  void populations_addUp() {
    var some = new Population(DAY, "rest", 0.001, 700, 1);
    store.write(List.of(), List.of(some));
    store.write(List.of(), List.of(some, new Population(DAY, "rest", 0.01, 5, 0)));
    assertThat(store.populations(DAY, DAY))
        .containsExactly(
            new Population(DAY, "rest", 0.001, 1_400, 2), new Population(DAY, "rest", 0.01, 5, 0));
  }

  @Test
  void tableOfSamples_hasNoColumnThatLeadsAnywhere() {
    List<String> columns =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select column_name from information_schema.columns"
                                + " where table_name = 'sample'"
                                + " and table_schema = current_schema() order by 1")
                        .mapTo(String.class)
                        .list());
    assertThat(columns)
        .containsExactly(
            "day", "lang", "outcome", "probability", "region", "stratum", "surface", "text");
  }
}
