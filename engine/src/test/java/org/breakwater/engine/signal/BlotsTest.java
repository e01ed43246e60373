package org.breakwater.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever leads to somebody is blotted out; all else stays as it was written. */
class BlotsTest {
  private static final Observer OBSERVER = new Observer(new Lexicon(List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          call +1 202 555 0123 now              | call [phone] now
          llama al 202.555.0123                 | llama al [phone]
          write to ana.b@example.org please     | write to [email] please
          see https://example.org/a?b=c there   | see [link] there
          www.example.org                       | [link]
          t.me/maria_99 for more                | [link] for more
          ask @maria_99 about it                | ask [handle] about it
          snap: maria_99                        | [handle]
          6000 a head, 2 left                   | 6000 a head, 2 left
          about 15,000 for all                  | about [number] for all
          order 98765                           | order [number]
          ١٢٣٤٥ days                            | [number] days
          he said "call 202 555 0123"           | he said "call [phone]"
          a road to the north                   | a road to the north
          """)
  void contacts_areBlottedOut(String text, String left) {
    assertThat(OBSERVER.withoutContacts(text)).isEqualTo(left);
  }

  @Test
  void longText_isBlottedOutInTime() {
    String digits = "1 - ".repeat(50_000);
    assertThat(OBSERVER.withoutContacts(digits)).hasSizeLessThan(20);
    assertThat(OBSERVER.withoutContacts("a@".repeat(20_000))).hasSizeLessThan(20);
  }
}
