package org.breakwater.engine.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Reads times as RFC 3339 writes them: date, {@code T}, time with seconds, offset. */
final class Rfc3339 {
  private static final String PLAIN = "0000-00-00T00:00:00Z";
  private static final DateTimeFormatter FULL =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Rfc3339() {}

  /** The time; empty when the text is none. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(
          isPlain(text) ? plain(text) : OffsetDateTime.parse(text, FULL).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  // Nearly every platform writes this one form, and two formatter runs cost half of an event.
  private static boolean isPlain(String text) {
    if (text.length() != PLAIN.length()) return false;
    for (int i = 0; i < PLAIN.length(); i++) {
      char wanted = PLAIN.charAt(i);
      char found = text.charAt(i);
      if (wanted == '0' ? found < '0' || found > '9' : found != wanted) return false;
    }
    return true;
  }

  private static Instant plain(String text) {
    LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    LocalTime time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
    return day.atTime(time).toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
