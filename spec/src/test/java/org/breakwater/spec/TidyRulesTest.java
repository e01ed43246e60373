package org.breakwater.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidyRulesTest {
  private static final String MAIN = "m/src/main/java/a/A.java";

  @ParameterizedTest
  @ValueSource(strings = {"Manager", "Helper", "Util", "Utils", "Impl", "Dto", "Processor"})
  void roleName_isRefused(String role) {
    assertThat(java("class Case" + role + " {}")).singleElement().asString().contains(role);
  }

  @Test
  void roleInsideAName_isAllowed() {
    assertThat(java("class HelperLine { record Utility() {} }")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { void a() { try { b(); } catch (Exception e) { } } }",
        "class A { void a() { try { b(); } catch (B | RuntimeException e) { } } }",
        "class A { void a() { throw new java.lang.RuntimeException(); } }",
        "class A { void a() throws Exception { } }"
      })
  void genericException_isRefused(String source) {
    assertThat(java(source)).singleElement().asString().contains("generic");
  }

  @Test
  void longMethod_isRefusedUnlessTheRatchetKnowsIt() {
    var source = "class A {\nvoid a() {\n" + "b();\n".repeat(60) + "}\n}";
    var known = Map.of(MAIN + "#a", 62);
    assertThat(java(source)).singleElement().asString().startsWith(MAIN + ":2: `a` has 62 lines");
    assertThat(java(source, known)).isEmpty();
  }

  @Test
  void ratchet_mayOnlyShrink() {
    var source = "class A {\nvoid a() {\n" + "b();\n".repeat(60) + "}\n}";
    assertThat(java(source, Map.of(MAIN + "#a", 61))).singleElement().asString().contains("62");
    assertThat(java(source, Map.of(MAIN + "#a", 63))).singleElement().asString().contains("is 62");
    assertThat(java("class A {}", Map.of(MAIN + "#a", 62))).hasSize(1);
  }

  @Test
  void longFile_isRefused() {
    assertThat(java("class A {\n" + "\n".repeat(500) + "}")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          // TODO later                  | without its issue
          /** FIXME */                   | without its issue
          // good enough for now         | for now
          /** A simplified matcher. */   | simplified
          /** @author me */              | commits
          // ---------- fields           | banner
          // a robust matcher            | praises
          """)
  void comment_isRefused(String comment, String expected) {
    assertThat(text(MAIN, comment + "\nclass A {}")).singleElement().asString().contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// TODO(#12): the de-spaced view",
        "String all = \"TODO SEGURO // TODO\";",
        "String all = \"\"\"\n  // TODO \\\"\"\" for now\n  \"\"\";",
        "char quote = '\"'; String all = \"TODO\";"
      })
  void issueOrLiteral_isAllowed(String source) {
    assertThat(text(MAIN, source)).isEmpty();
  }

  @Test
  void tabAndLongLine_areRefused() {
    assertThat(text(MAIN, "\tint a;")).singleElement().asString().contains("tab");
    assertThat(text(MAIN, "x".repeat(101))).singleElement().asString().contains("longer");
    assertThat(text(MAIN, "x".repeat(100))).isEmpty();
    assertThat(text(MAIN, "import " + "x".repeat(101))).isEmpty();
  }

  @Test
  void tableOfCases_isNotMeasured() {
    var table = "\"\"\"\n" + ("x".repeat(101) + "\n").repeat(60) + "\"\"\"";
    assertThat(text(MAIN, "class A { String a = " + table + "; }")).isEmpty();
    assertThat(java("class A {\n@B(" + table + ")\nvoid a() {}\n}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ho%sme/ann/x", "\"/wo%srk/main\"", "C:\\Us%sers\\ann"})
  void machinePath_isRefused(String path) {
    assertThat(text("bw", path.formatted(""))).singleElement().asString().contains("machine path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://re%spo.maven.example/x", "<mir%sror>", "http://nex%sus:8081/a"})
  void registry_isRefused(String registry) {
    assertThat(text("pom.xml", registry.formatted(""))).singleElement().asString().contains("regi");
  }

  @Test
  void praiseInProse_isRefusedAndInCodeAllowed() {
    assertThat(text("docs/a.md", "A seam%sless thing.".formatted(""))).hasSize(1);
    assertThat(text("docs/a.md", "Do not write `seamless`.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"b.md", "a.md#none", "#none", "../a.md", "sub/none.md"})
  void deadLink_isRefused(String target) {
    assertThat(links("[x](" + target + ")")).singleElement().asString().contains(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.md#one--two", "#one--two", "sub", "sub/c.md", "https://example.org"})
  void liveLink_isAllowed(String target) {
    assertThat(links("[x](" + target + ")")).isEmpty();
  }

  private static List<Fault> links(String link) {
    var file = new SourceFile("docs/a.md", "# One & two\n\n" + link + "\n");
    return new Links(List.of(file, new SourceFile("docs/sub/c.md", "")), Set.of()).dead();
  }

  private static List<Fault> text(String path, String text) {
    return TextRules.of(new SourceFile(path, text));
  }

  private static List<Fault> java(String text) {
    return java(text, Map.of());
  }

  private static List<Fault> java(String text, Map<String, Integer> known) {
    return new JavaRules(new Ratchet(known)).of(List.of(new SourceFile(MAIN, text)));
  }
}
