package org.breakwater.measure.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a case beyond those of its event; each is taken once, the rest are faults. */
final class CaseMembers {
  private final Map<String, Object> left;
  private final String file;
  private final int line;
  private final List<CaseFault> faults;

  CaseMembers(Map<String, Object> members, String file, int line, List<CaseFault> faults) {
    this.left = new TreeMap<>(members);
    this.file = file;
    this.line = line;
    this.faults = faults;
  }

  void fault(String member, String reason) {
    faults.add(new CaseFault(file, line, member, reason));
  }

  /** The value of a required member; empty, with a fault, when it is missing. */
  Optional<Object> required(String member) {
    Object value = left.remove(member);
    if (value == null) fault(member, "is required");
    return Optional.ofNullable(value);
  }

  /** A required text. */
  Optional<String> text(String member) {
    return required(member).flatMap(value -> asText(member, value));
  }

  /** An optional text; empty text when it is missing. */
  String textOrEmpty(String member) {
    return optional(member).flatMap(value -> asText(member, value)).orElse("");
  }

  /** An optional flag; false when it is missing. */
  boolean flag(String member) {
    Optional<Object> value = optional(member);
    if (value.isEmpty()) return false;
    if (value.get() instanceof Boolean flag) return flag;
    fault(member, "must be true or false");
    return false;
  }

  /** A required word of a fixed set. */
  <T> Optional<T> word(String member, Function<String, Optional<T>> named, List<String> words) {
    return text(member).flatMap(text -> known(member, text, named, words));
  }

  /** An optional word of a fixed set; empty when it is missing. */
  <T> Optional<T> wordIfAny(
      String member, Function<String, Optional<T>> named, List<String> words) {
    return optional(member)
        .flatMap(value -> asText(member, value))
        .flatMap(text -> known(member, text, named, words));
  }

  private <T> Optional<T> known(
      String member, String text, Function<String, Optional<T>> named, List<String> words) {
    Optional<T> word = named.apply(text);
    if (word.isEmpty())
      fault(member, "`%s` is none of %s".formatted(text, String.join(", ", words)));
    return word;
  }

  /** Names what nobody asked for: a member misspelt is a case that tests something else. */
  void finish() {
    left.keySet().forEach(member -> fault(member, "is no member of this kind of case"));
  }

  private Optional<Object> optional(String member) {
    @Nullable Object value = left.remove(member);
    return Optional.ofNullable(value);
  }

  private Optional<String> asText(String member, Object value) {
    if (value instanceof String text) return Optional.of(text);
    fault(member, "must be text");
    return Optional.empty();
  }
}
