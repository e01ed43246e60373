package org.breakwater.server.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One key, as its record declares it.
 *
 * @param component the name of the record in {@link Settings}
 */
record Setting(String component, String name, Class<?> type, Key key) {
  private static final String PREFIX = "BREAKWATER_";

  static Setting of(String component, RecordComponent part) {
    Key key = Objects.requireNonNull(part.getAnnotation(Key.class), part.getName());
    return new Setting(component, part.getName(), part.getType(), key);
  }

  /** As faults and documents name it. */
  String path() {
    return component + "." + name;
  }

  /** {@code BREAKWATER_LOGIN_LOCK_MINUTES}. */
  String variable() {
    String words = name.replaceAll("([A-Z])", "_$1");
    return (PREFIX + component + "_" + words).toUpperCase(Locale.ROOT);
  }

  /** The variables that state it, the one to tell people about first. */
  List<String> variables() {
    return Stream.of(variable(), key.variable()).filter(each -> !each.isEmpty()).toList();
  }

  boolean isSecret() {
    return type == Hidden.class;
  }

  /** What is wrong with a text as its value; empty when nothing is. */
  Optional<String> fault(String text) {
    if (isSecret()) return Form.TEXT.fault(text);
    if (text.isEmpty() && !key.standard().isEmpty()) return Optional.of("must not be empty");
    if (type == int.class) return isNumber(text) ? Optional.empty() : Optional.of(range(text));
    if (type.isEnum()) return words().contains(text) ? Optional.empty() : Optional.of(choice(text));
    return key.form().fault(text);
  }

  private boolean isNumber(String text) {
    if (!text.matches("[0-9]{1,9}")) return false;
    int number = Integer.parseInt(text);
    return (number >= key.min() && number <= key.max()) || (key.orZero() && number == 0);
  }

  private String range(String text) {
    String zero = key.orZero() ? "0, or " : "";
    return "must be %sa whole number from %d to %d, not `%s`"
        .formatted(zero, key.min(), key.max(), text);
  }

  private String choice(String text) {
    return words().stream()
        .map(word -> "`" + word + "`")
        .collect(Collectors.joining(" or "))
        .transform(words -> "must be " + words + ", not `" + text + "`");
  }

  List<String> words() {
    return Arrays.stream(type.getEnumConstants()).map(each -> word(each)).toList();
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  /** A text that has no fault, as the record wants it. */
  Object value(String text) {
    if (isSecret()) return new Hidden(text);
    if (type == int.class) return Integer.valueOf(text);
    if (type.isEnum())
      return Arrays.stream(type.getEnumConstants())
          .filter(each -> word(each).equals(text))
          .findFirst()
          .orElseThrow();
    return text;
  }

  /** Whether nobody may be shown this value of it. */
  boolean isHidden(String text) {
    return !text.isEmpty()
        && (isSecret() || (key.form() == Form.DATABASE && DatabaseSettings.hasPassword(text)));
  }
}
