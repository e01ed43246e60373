package org.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.breakwater.measure.cases.CaseFault;
import org.breakwater.measure.cases.CaseFile;
import org.breakwater.measure.cases.CorpusText;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.cases.SignalCase;

/** The cases of a pack, in the order of its files. */
record PackCases(PackFolder pack) {

  /**
   * Cases for whole policies.
   *
   * @throws EnvironmentFault if a file has faults, naming all of them
   */
  List<PolicyCase> policy() {
    return read("cases", PolicyCase::read);
  }

  /** Cases for single signals; throws as {@link #policy}. */
  List<SignalCase> signals() {
    return read("signals", SignalCase::read);
  }

  /** Texts to learn from; throws as {@link #policy}. */
  List<CorpusText> corpus() {
    return read("corpus", CorpusText::read);
  }

  private <T> List<T> read(String folder, BiFunction<String, List<String>, CaseFile<T>> reader) {
    var cases = new ArrayList<T>();
    var faults = new ArrayList<CaseFault>();
    pack.jsonLines(folder)
        .forEach(
            (name, bytes) -> {
              if (CaseFiles.isFunctionalities(Path.of(name))) return;
              String file = pack.path().resolve(name).toString();
              switch (reader.apply(file, new String(bytes, UTF_8).lines().toList())) {
                case CaseFile.Whole<T>(var whole) -> cases.addAll(whole);
                case CaseFile.Faulty<T>(var found) -> faults.addAll(found);
              }
            });
    if (!faults.isEmpty()) {
      throw new EnvironmentFault(
          String.join("\n", faults.stream().map(CaseFault::toString).toList()));
    }
    return cases;
  }
}
