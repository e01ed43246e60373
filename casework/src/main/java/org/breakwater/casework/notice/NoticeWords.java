package org.breakwater.casework.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of notices in one language. Safe for use by many threads. */
public final class NoticeWords {
  private static final Map<Language, NoticeWords> ALL =
      Arrays.stream(Language.values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), NoticeWords::new));

  private final Language language;
  private final Map<String, String> patterns;

  private NoticeWords(Language language) {
    this.language = language;
    this.patterns = read(language);
  }

  public static NoticeWords in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  private static Map<String, String> read(Language language) {
    String name = language.code() + ".properties";
    var file = Objects.requireNonNull(NoticeWords.class.getResourceAsStream(name), name);
    var patterns = new Properties();
    try (var text = new InputStreamReader(file, UTF_8)) {
      patterns.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return patterns.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(Function.identity(), patterns::getProperty));
  }

  Map<String, String> patterns() {
    return patterns;
  }

  public Language language() {
    return language;
  }

  /** Words that take no values. */
  public String say(String key) {
    return say(key, Map.of());
  }

  /** A day, written out. */
  public String day(LocalDate day) {
    return language.date(day);
  }

  /** Words with a day in them. */
  public String say(String key, String name, LocalDate day) {
    return say(key, Map.of(name, language.date(day)));
  }

  /**
   * Words with values in them, each by its name.
   *
   * @throws IllegalArgumentException if there are no words of that key
   */
  public String say(String key, Map<String, Object> values) {
    String pattern = patterns.get(key);
    if (pattern == null) throw new IllegalArgumentException("no words for " + key);
    return new MessageFormat(pattern, language.locale()).format(values);
  }
}
