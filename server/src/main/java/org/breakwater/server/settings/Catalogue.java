package org.breakwater.server.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every component and key there is, read from the records, so that no second list can differ. */
final class Catalogue {
  static final List<Component> ALL =
      Arrays.stream(Settings.class.getRecordComponents()).map(Catalogue::component).toList();

  private Catalogue() {}

  private static Component component(RecordComponent part) {
    Class<? extends Record> type = part.getType().asSubclass(Record.class);
    About about = Objects.requireNonNull(type.getAnnotation(About.class), part.getName());
    return new Component(
        part.getName(),
        about.value(),
        type,
        Arrays.stream(type.getRecordComponents())
            .map(each -> Setting.of(part.getName(), each))
            .toList());
  }

  static Stream<Setting> settings() {
    return ALL.stream().flatMap(component -> component.settings().stream());
  }

  static Optional<Component> component(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  static Setting setting(String path) {
    return settings().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
  }

  /** Every record, filled with the texts of its keys. */
  static Settings settings(Function<Setting, String> text) {
    Object[] records =
        ALL.stream().map(each -> filled(each.type(), each.settings(), text)).toArray();
    return made(Settings.class, records);
  }

  private static <T> T filled(
      Class<T> type, List<Setting> settings, Function<Setting, String> text) {
    return made(type, settings.stream().map(each -> each.value(text.apply(each))).toArray());
  }

  private static <T> T made(Class<T> type, Object[] parts) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every record has its constructor", e);
    }
  }
}
