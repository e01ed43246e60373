package org.breakwater.engine.policy.text;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breakwater.engine.policy.Problem;

/**
 * The file {@code pack.yaml}: what the pack is called and what its versions consist of.
 *
 * @param versions by name, in the order of the file; a value may be null in YAML
 * @param versionKeys where each version's name stands
 */
record PackFile(
    String pack,
    LocalDate date,
    String defaultVersion,
    Map<String, YamlValue> versions,
    Map<String, YamlValue> versionKeys) {

  static final String PATH = "pack.yaml";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]*");

  /** Reads the file; empty when so much is wrong that nothing else can be found. */
  static Optional<PackFile> read(Map<String, byte[]> pack, Faults faults) {
    byte[] bytes = pack.get(PATH);
    if (bytes == null) {
      faults.add(new Problem(PATH, 1, 1, "is missing", "a pack is a folder with a `pack.yaml`"));
      return Optional.empty();
    }
    return YamlFile.read(PATH, bytes, faults).flatMap(PackFile::read);
  }

  private static Optional<PackFile> read(YamlValue file) {
    YamlFields fields = file.fields(List.of("pack", "date", "default", "versions"));
    Optional<YamlFields> versions = fields.need("versions").map(YamlValue::fields);
    var read =
        new PackFile(
            fields.need("pack").flatMap(PackFile::name).orElse(""),
            fields.need("date").flatMap(YamlValue::date).orElse(LocalDate.EPOCH),
            fields.need("default").flatMap(YamlValue::text).orElse(""),
            versions.<Map<String, YamlValue>>map(YamlFields::values).orElse(new LinkedHashMap<>()),
            versions.<Map<String, YamlValue>>map(YamlFields::keys).orElse(new LinkedHashMap<>()));
    if (versions.isEmpty()) return Optional.empty();
    read.checkNames(fields);
    return Optional.of(read);
  }

  private static Optional<String> name(YamlValue value) {
    Optional<String> name = value.text();
    if (name.isPresent() && !NAME.matcher(name.get()).matches())
      return value.wanted("a lower-case name such as `human-exploitation`");
    return name;
  }

  private void checkNames(YamlFields fields) {
    versionKeys.forEach(
        (name, key) -> {
          if (!VERSION.matcher(name).matches())
            key.fault(
                "`" + name + "` is no name for a version", "use letters, digits, `.` and `-`");
        });
    if (!defaultVersion.isEmpty() && !versions.containsKey(defaultVersion))
      fields
          .find("default")
          .ifPresent(
              value ->
                  value.fault(
                      "unknown version `" + defaultVersion + "`",
                      Nearest.help(defaultVersion, versions.keySet())));
  }

  /** The hash pinned for each part of a version; an empty text for null. */
  static Map<Artefact, String> pins(YamlValue entry) {
    Map<Artefact, String> pins = new EnumMap<>(Artefact.class);
    YamlFields fields = entry.fields(Artefact.keys());
    for (Artefact artefact : Artefact.values()) {
      Optional<YamlValue> value = fields.find(artefact.key());
      pins.put(artefact, value.flatMap(PackFile::pin).orElse(""));
      if (!fields.values().containsKey(artefact.key()) && entry.isMapping())
        entry.fault("missing `" + artefact.key() + "`", PIN_HELP);
    }
    return pins;
  }

  static final String PIN_HELP = "run `bw policy pin`";

  private static final Pattern PIN = Pattern.compile("sha256:[0-9a-f]{64}");

  private static Optional<String> pin(YamlValue value) {
    Optional<String> text = value.text();
    if (text.isPresent() && !PIN.matcher(text.get()).matches()) {
      value.fault("`" + text.get() + "` is no pin; expected `sha256:` and 64 hex digits", PIN_HELP);
      return Optional.empty();
    }
    return text;
  }
}
