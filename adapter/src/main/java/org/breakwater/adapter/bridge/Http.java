package org.breakwater.adapter.bridge;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Sends a request once. A redirect is an answer: it is not followed with a key in hand. */
final class Http {
  /** Breakwater waits 20 seconds for an order, in which a platform is asked up to five times. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final long ANSWER_BYTES_MAX = 1 << 20;
  private static final Duration RETRY_AFTER_MAX = Duration.ofDays(1);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final String side;
  private final InstantSource clock;

  /**
   * @param side who is asked, for messages
   */
  Http(String side, InstantSource clock) {
    this.side = side;
    this.clock = clock;
  }

  /** Any answer; throws {@link Unanswered} where there is none. */
  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.timeout(PATIENCE).header("User-Agent", "Breakwater-Adapter").build(),
          BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
    } catch (IOException e) {
      // Not its message, which can hold an address with an id in it.
      throw unanswered("cannot be asked: " + e.getClass().getSimpleName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw unanswered("was not waited for");
    }
  }

  /** The answer means: later. */
  Unanswered later(HttpResponse<?> answer) {
    String words =
        switch (answer.statusCode()) {
          case 401, 403 -> "%d: its key is not taken, or may not do this";
          case 429 -> "%d: too many requests";
          default -> "%d";
        };
    Duration after =
        answer.headers().firstValue("Retry-After").flatMap(this::span).orElse(Duration.ZERO);
    return new Unanswered(
        side + " answered " + words.formatted(answer.statusCode()),
        after.compareTo(RETRY_AFTER_MAX) < 0 ? after : RETRY_AFTER_MAX);
  }

  private Unanswered unanswered(String why) {
    return new Unanswered(side + " " + why, Duration.ZERO);
  }

  /** Seconds, or a date (RFC 9110, section 10.2.3). */
  private Optional<Duration> span(String text) {
    if (text.matches("[0-9]{1,9}")) return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    try {
      var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration left = Duration.between(clock.instant(), at);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
