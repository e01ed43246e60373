package org.breakwater.server.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long a receiver asks us to wait (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {
  private static final int DIGITS_MAX = 9;

  private RetryAfter() {}

  /** Zero when it asks for nothing that can be understood. */
  static Duration of(@Nullable String header, Instant now) {
    if (header == null) return Duration.ZERO;
    String text = header.strip();
    if (text.matches("\\d{1," + DIGITS_MAX + "}"))
      return Duration.ofSeconds(Integer.parseInt(text));
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    } catch (DateTimeException _) {
      return Duration.ZERO;
    }
  }
}
