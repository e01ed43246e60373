package org.breakwater.server.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in force, and for each value where it was stated. */
public final class Configuration {
  /** The file's name in the data folder. */
  private static final String FILE = "breakwater.yaml";

  private final Settings settings;
  private final Map<Setting, Stated> values;

  private Configuration(Settings settings, Map<Setting, Stated> values) {
    this.settings = settings;
    this.values = values;
  }

  /** A configuration, or everything that is wrong with what was stated. */
  public sealed interface Read {
    record Accepted(Configuration configuration) implements Read {}

    /**
     * @param faults one line each: place, what, how to mend
     */
    record Rejected(List<String> faults) implements Read {
      public Rejected {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * Reads all sources.
   *
   * @param file the annotated file; empty for the data folder's, if there is one
   * @param flags values by flag, as {@link Flags#given} says
   */
  public static Read read(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    Stating byFlags = Flags.read(flags);
    Stating byVariables = Environment.read(environment);
    Setting data = Catalogue.setting("database.data");
    Stated folder = first(data, List.of(byFlags, byVariables));
    Path own = Path.of(folder.text(), FILE);
    Optional<Path> found = file.or(() -> Optional.of(own).filter(Files::exists));
    Stating byFile = found.map(SettingsFile::read).orElseGet(Stating::new);
    if (file.isEmpty()) movedFrom(own, data, byFile);
    return joined(List.of(byFlags, byVariables, byFile));
  }

  /** A file in the data folder cannot say that the data folder is another. */
  private static void movedFrom(Path own, Setting data, Stating byFile) {
    byFile
        .find(data)
        .filter(stated -> !absolute(stated.text()).resolve(FILE).equals(absolute("" + own)))
        .ifPresent(
            stated ->
                byFile.fault(
                    stated.place(),
                    "`database.data` is another folder than this file's",
                    "move the file, or name it by --config"));
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }

  private static Read joined(List<Stating> sources) {
    var faults = new ArrayList<String>();
    // The file is read from top to bottom; what stands nearer to the operator comes after.
    sources.reversed().forEach(source -> faults.addAll(source.faults()));
    Map<Setting, Stated> values = new LinkedHashMap<>();
    Catalogue.settings().forEach(setting -> values.put(setting, first(setting, sources)));
    faults.addAll(Secrets.faults(values));
    if (!faults.isEmpty()) return new Read.Rejected(faults);
    Secrets.fill(values);
    return new Read.Accepted(
        new Configuration(
            Catalogue.settings(
                setting -> values.getOrDefault(setting, Stated.standard(setting)).text()),
            values));
  }

  private static Stated first(Setting setting, List<Stating> sources) {
    return sources.stream()
        .flatMap(source -> source.find(setting).stream())
        .findFirst()
        .orElseGet(() -> Stated.standard(setting));
  }

  public Settings settings() {
    return settings;
  }

  /** The whole as the annotated file that states it, without secrets. */
  public String text() {
    return AnnotatedFile.text(values);
  }
}
