package org.breakwater.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "neither",
      value = {
        "''|JSON",
        "*/*|JSON",
        "application/json|JSON",
        "application/*|JSON",
        "TEXT/HTML|HTML",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|HTML",
        "text/html;q=0.5, application/json|JSON",
        "text/html; charset=utf-8|HTML",
        "application/json;q=0, text/html|HTML",
        "application/json;q=0, */*|HTML",
        "text/html;q=0, text/*|neither",
        "text/html;q=0|neither",
        "text/html;q=x|neither",
        "image/png|neither",
        ";;,,q=1|neither",
      })
  void formThatIsLikedBest_isGiven(String accept, @Nullable Form form) {
    assertThat(Form.wanted(accept)).isEqualTo(Optional.ofNullable(form));
  }
}
