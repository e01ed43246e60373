package org.breakwater.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T09:30:59Z, 2026-11-22T09:30:59Z",
    "2026-11-22t09:30:59z, 2026-11-22T09:30:59Z",
    "2026-11-22T09:30:59+00:00, 2026-11-22T09:30:59Z",
    "2026-11-22T09:30:59-05:30, 2026-11-22T15:00:59Z",
    "2026-11-22T09:30:59.123456789Z, 2026-11-22T09:30:59.123456789Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
  })
  void times_areRead(String text, Instant expected) {
    assertThat(Rfc3339.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-22",
        "2026-11-22T09:30Z",
        "2026-11-22T09:30:59",
        "2026-11-22 09:30:59Z",
        "2026-13-22T09:30:59Z",
        "2023-02-29T00:00:00Z",
        "2026-11-22T24:00:00Z",
        "2026-11-22T09:60:00Z",
        "2026-11-22T09:30:60Z",
        "12026-11-22T09:30:59Z",
        "2026-11-22T09:30:59+1:00",
        "2026-11-22T09:30:59+01:00:00",
        "٢٠٢٦-11-22T09:30:59Z"
      })
  void anythingElse_isNoTime(String text) {
    assertThat(Rfc3339.parse(text)).isEmpty();
  }
}
