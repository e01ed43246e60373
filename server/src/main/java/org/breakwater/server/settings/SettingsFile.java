package org.breakwater.server.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.breakwater.engine.policy.Problem;
import org.breakwater.engine.policy.text.Faults;
import org.breakwater.engine.policy.text.YamlFields;
import org.breakwater.engine.policy.text.YamlFile;
import org.breakwater.engine.policy.text.YamlValue;

/** Reads the annotated file. */
final class SettingsFile {
  private final String path;
  private final Stating stating = new Stating();
  private final Faults yaml = new Faults();

  private SettingsFile(Path path) {
    this.path = path.toString();
  }

  static Stating read(Path path) {
    var file = new SettingsFile(path);
    try {
      file.read(Files.readAllBytes(path));
    } catch (IOException e) {
      file.stating.fault(file.path, "cannot be read", "name another by --config");
    }
    return file.stating;
  }

  private void read(byte[] bytes) {
    // Where all is commented out, as in the example, nothing is stated; that is no fault.
    if (new String(bytes, UTF_8).lines().allMatch(line -> line.strip().matches("(#.*)?"))) return;
    Optional<YamlValue> document = YamlFile.read(path, bytes, yaml);
    document.map(YamlValue::fields).ifPresent(this::components);
    yaml.sorted().stream().map(Problem::toString).forEach(stating.faults()::add);
  }

  private void components(YamlFields fields) {
    fields
        .values()
        .forEach(
            (name, value) -> {
              Optional<Component> component = Catalogue.component(name);
              if (component.isPresent()) component(component.get(), value);
              else unknownComponent(name, place(keyOf(fields, name)));
            });
  }

  private void unknownComponent(String name, String place) {
    Optional<String> why = Fixed.component(name).or(() -> Fixed.key(name));
    Optional<Setting> meant =
        Catalogue.settings().filter(each -> each.name().equals(name)).findFirst();
    if (why.isPresent()) fixed(name, place, why.get());
    else if (meant.isPresent())
      stating.fault(
          place,
          "unknown component `%s`".formatted(name),
          "did you mean `%s`, below `%s:`?".formatted(meant.get().path(), meant.get().component()));
    else
      stating.unknown(
          place, "component", name, Catalogue.ALL.stream().map(Component::name).toList());
  }

  private void component(Component component, YamlValue value) {
    // A component whose keys are all commented out is there, and states nothing.
    if (value.isNull()) return;
    YamlFields fields = value.fields();
    fields
        .values()
        .forEach(
            (name, each) -> {
              Optional<Setting> setting =
                  component.settings().stream().filter(one -> one.name().equals(name)).findFirst();
              if (setting.isPresent()) state(setting.get(), each);
              else unknownKey(component, name, place(keyOf(fields, name)));
            });
  }

  private void unknownKey(Component component, String name, String place) {
    Optional<String> why = Fixed.key(name);
    if (why.isPresent()) fixed(component.name() + "." + name, place, why.get());
    else stating.unknown(place, "key", name, component.names());
  }

  private void fixed(String name, String place, String why) {
    stating.fault(place, "`%s` is no setting".formatted(name), why);
  }

  private void state(Setting setting, YamlValue value) {
    Optional<String> text = value.plainText();
    if (text.isEmpty()) return;
    if (setting.isHidden(text.get()))
      stating.fault(
          place(value),
          "`%s` holds a secret, which must not stand here".formatted(setting.path()),
          "set %s, or name a file by `%s`".formatted(secretVariable(setting), secretFile(setting)));
    else stating.state(setting, text.get(), place(value));
  }

  private static String secretVariable(Setting setting) {
    return setting.isSecret()
        ? setting.variable()
        : Catalogue.setting("database.password").variable();
  }

  private static String secretFile(Setting setting) {
    return setting.isSecret() ? setting.path() + "File" : "database.passwordFile";
  }

  private static YamlValue keyOf(YamlFields fields, String name) {
    return fields.keys().getOrDefault(name, fields.owner());
  }

  private String place(YamlValue value) {
    return "%s:%d:%d".formatted(path, value.line() + 1, value.column() + 1);
  }
}
