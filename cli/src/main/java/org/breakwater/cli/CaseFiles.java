package org.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.breakwater.measure.cases.CaseFault;
import org.breakwater.measure.cases.CaseFile;
import org.breakwater.measure.cases.CorpusText;
import org.breakwater.measure.cases.Functionality;
import org.breakwater.measure.cases.PolicyCase;

/** Files of cases on disk. */
final class CaseFiles {
  /** Defines what the cases beside it test; holds none itself. */
  private static final String FUNCTIONALITIES = "functionalities.jsonl";

  private final List<Path> files;

  private CaseFiles(List<Path> files) {
    this.files = files;
  }

  /**
   * The files of that name, and all JSON Lines files in the folders of that name.
   *
   * @throws EnvironmentFault if there is none of a name
   */
  static CaseFiles of(List<String> names, Terminal terminal) {
    var files = new ArrayList<Path>();
    for (String name : names) {
      Path path =
          Stream.of(terminal.resolve(name), terminal.home().resolve(name))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow(() -> new EnvironmentFault("no file or folder `" + name + "`"));
      files.addAll(Files.isDirectory(path) ? within(path) : List.of(path));
    }
    return new CaseFiles(List.copyOf(files));
  }

  private static List<Path> within(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> files = tree.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
      if (files.isEmpty()) throw new EnvironmentFault("no .jsonl file in `" + folder + "`");
      return files;
    } catch (IOException e) {
      throw new EnvironmentFault("cannot read `%s`: %s".formatted(folder, e.getMessage()));
    }
  }

  /**
   * All cases, in the order of the files.
   *
   * @throws EnvironmentFault if a file has faults, naming all of them: a figure of part of a file
   *     is no figure of the file
   */
  List<PolicyCase> cases() {
    return read(files.stream().filter(file -> !isFunctionalities(file)).toList(), PolicyCase::read);
  }

  /** All texts of a corpus; throws as {@link #cases}. */
  List<CorpusText> corpus() {
    return read(files.stream().filter(file -> !isFunctionalities(file)).toList(), CorpusText::read);
  }

  /** The functionalities defined in those files, by name; throws as {@link #cases}. */
  Map<String, Functionality> functionalities() {
    var byName = new TreeMap<String, Functionality>();
    read(files.stream().filter(CaseFiles::isFunctionalities).toList(), Functionality::read)
        .forEach(one -> byName.put(one.name(), one));
    return byName;
  }

  static boolean isFunctionalities(Path file) {
    return file.endsWith(FUNCTIONALITIES);
  }

  private static <T> List<T> read(
      List<Path> files, BiFunction<String, List<String>, CaseFile<T>> reader) {
    var cases = new ArrayList<T>();
    var faults = new ArrayList<CaseFault>();
    for (Path file : files) {
      switch (reader.apply(file.toString(), lines(file))) {
        case CaseFile.Whole<T>(var whole) -> cases.addAll(whole);
        case CaseFile.Faulty<T>(var found) -> faults.addAll(found);
      }
    }
    if (!faults.isEmpty()) {
      throw new EnvironmentFault(
          String.join("\n", faults.stream().map(CaseFault::toString).toList()));
    }
    return cases;
  }

  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new EnvironmentFault("cannot read `%s`: %s".formatted(file, e.getMessage()));
    }
  }
}
