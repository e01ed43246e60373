package org.breakwater.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The repository lints itself; {@link TidyRulesTest} shows that each rule can say no. */
class TidyTest {
  /** Files by path and methods by {@code path#name}, with their lines; may only shrink. */
  private static final Map<String, Integer> OVERSIZE = Map.of();

  private static List<SourceFile> files = List.of();

  @BeforeAll
  static void readTheRepository() {
    files = Repository.here().files();
  }

  @Test
  void linesAndWords_areTidy() {
    assertThat(files.stream().flatMap(file -> TextRules.of(file).stream())).isEmpty();
  }

  @Test
  void javaSources_areTidy() {
    assertThat(new JavaRules(new Ratchet(OVERSIZE)).of(java())).isEmpty();
  }

  @Test
  void everyPackage_explainsItself() {
    var explained = folders("/package-info.java");
    assertThat(packagesWithout(explained)).isEmpty();
  }

  @Test
  void linksInDocs_leadSomewhere() {
    assertThat(new Links(files, Repository.here().names()).dead()).isEmpty();
  }

  private static List<SourceFile> java() {
    return files.stream().filter(SourceFile::isJava).toList();
  }

  private static Set<String> folders(String ending) {
    return files.stream()
        .filter(file -> file.path().endsWith(ending))
        .map(file -> packageOf(file.folder()))
        .collect(Collectors.toSet());
  }

  private static Set<Fault> packagesWithout(Set<String> explained) {
    return java().stream()
        .map(SourceFile::folder)
        .filter(folder -> !explained.contains(packageOf(folder)))
        .map(folder -> new Fault(folder, 1, "add package-info.java: purpose, upstream, downstream"))
        .collect(Collectors.toSet());
  }

  /** Main and test sources of one module and package share one explanation. */
  private static String packageOf(String folder) {
    return folder.replace("/src/main/java/", ":").replace("/src/test/java/", ":");
  }
}
