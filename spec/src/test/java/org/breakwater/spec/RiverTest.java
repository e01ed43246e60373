package org.breakwater.spec;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The flow of modules and packages, and what the engine must not touch. */
class RiverTest {
  private static final String ROOT = "org.breakwater.";
  private static final String ENGINE = ROOT + "engine";

  /** The engine's packages in flow order; the one without a name is its façade. */
  private static final List<String> RIVER =
      List.of(
          ".content..",
          ".text..",
          ".signal..",
          ".policy..",
          ".decision..",
          ".enforcement..",
          "",
          ".codec..");

  /** The pure modules in flow order, then the store. */
  private static final List<String> MODULES =
      List.of("engine", "measure", "casework", "governance", "store");

  /** The store's packages in flow order. */
  private static final List<String> STORE =
      List.of(
          ".merkle..",
          ".time..",
          ".database..",
          ".sample..",
          ".decision..",
          ".webhook..",
          ".action..",
          ".backup..");

  /** The server's packages in flow order; what wires them stands above, in the package itself. */
  private static final List<String> SERVER =
      List.of(
          ".settings..",
          ".trace..",
          ".policy..",
          ".access..",
          ".publication..",
          ".help..",
          ".enforcement..",
          ".sample..",
          ".cloudevent..",
          ".http..",
          ".notice..",
          ".page..",
          ".audit..",
          ".backup..",
          ".resources..",
          ".webhook..",
          ".demo..");

  /** The adapters' packages: what they share, then each platform, none of which knows another. */
  private static final List<String> ADAPTERS = List.of(".discourse..", ".mastodon..");

  /** The doors to the world; none knows another. */
  private static final List<String> SHELLS = List.of("server", "stream", "cli", "bench", "adapter");

  private static final Set<String> ENVIRONMENT =
      Set.of(
          "System.currentTimeMillis",
          "System.nanoTime",
          "System.getenv",
          "System.getProperty",
          "System.exit",
          "Math.random",
          "UUID.randomUUID",
          "Locale.getDefault",
          "TimeZone.getDefault",
          "ZoneId.systemDefault",
          "RandomGenerator.getDefault");

  /** Reads and writes in memory, and the exceptions a parser of bytes declares. */
  private static final Set<String> IN_MEMORY =
      Set.of(
          "java.io.IOException",
          "java.io.UncheckedIOException",
          "java.io.Serializable",
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.Reader",
          "java.io.Writer",
          "java.io.ByteArrayInputStream",
          "java.io.ByteArrayOutputStream",
          "java.io.StringReader",
          "java.io.StringWriter");

  /** What ships; imported once, for it takes seconds. */
  static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.breakwater");

  @Test
  void noStage_knowsAStageDownstream() {
    for (int i = 0; i < RIVER.size(); i++) {
      for (var later : RIVER.subList(i + 1, RIVER.size())) {
        mayNotKnow(ENGINE + RIVER.get(i), ENGINE + later);
      }
    }
  }

  @Test
  void everyStage_isInTheRiver() {
    var stages = RIVER.stream().map(stage -> ENGINE + stage).toArray(String[]::new);
    check(classes().that().resideInAPackage(ENGINE + "..").should().resideInAnyPackage(stages));
  }

  @Test
  void noModule_knowsAModuleDownstream() {
    for (int i = 0; i < MODULES.size(); i++) {
      var module = module(MODULES.get(i));
      MODULES.stream().skip(i + 1).forEach(later -> mayNotKnow(module, module(later)));
      SHELLS.forEach(shell -> mayNotKnow(module, module(shell)));
    }
  }

  @Test
  void noShell_knowsAnotherShell() {
    for (var shell : SHELLS) {
      SHELLS.stream()
          .filter(other -> !other.equals(shell))
          .forEach(other -> mayNotKnow(module(shell), module(other)));
    }
  }

  @Test
  void storeAndServer_flowOneWay() {
    flowsOneWay(ROOT + "store", STORE);
    flowsOneWay(ROOT + "server", SERVER);
  }

  @Test
  void noAdapter_knowsAnother_orMoreOfBreakwaterThanAPlatformDoes() {
    String adapter = ROOT + "adapter";
    ADAPTERS.forEach(each -> mayNotKnow(adapter + ".bridge..", adapter + each));
    mayNotKnow(adapter + ADAPTERS.getFirst(), adapter + ADAPTERS.getLast());
    mayNotKnow(adapter + ADAPTERS.getLast(), adapter + ADAPTERS.getFirst());
    MODULES.forEach(module -> mayNotKnow(module("adapter"), module(module)));
  }

  private static void flowsOneWay(String module, List<String> packages) {
    for (int i = 0; i < packages.size(); i++) {
      for (var later : packages.subList(i + 1, packages.size())) {
        mayNotKnow(module + packages.get(i), module + later);
      }
    }
  }

  @Test
  void injectionAndItsFramework_areKnownToTheServerOnly() {
    var rule = noClasses().that().resideOutsideOfPackage(module("server"));
    check(
        rule.should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta..", "io.quarkus.runtime..", "io.quarkus.arc..", "io.vertx.."));
  }

  @Test
  void injectedFields_areNowhere() {
    var rule = fields().that().areDeclaredInClassesThat().resideInAPackage(module("server"));
    check(rule.should().notBeAnnotatedWith("jakarta.inject.Inject"));
  }

  @Test
  void producers_areOnOnePage() {
    var rule =
        methods()
            .that()
            .areDeclaredInClassesThat()
            .doNotHaveFullyQualifiedName(ROOT + "server.Wiring");
    check(rule.should().notBeAnnotatedWith("jakarta.enterprise.inject.Produces"));
  }

  @Test
  void merkle_isPure() {
    var merkle = noClasses().that().resideInAPackage(ROOT + "store.merkle..");
    check(
        merkle.should().dependOnClassesThat().resideInAnyPackage("java.sql..", "java.nio.file.."));
    check(merkle.should().accessTargetWhere(describe("ask the environment", RiverTest::isAsked)));
  }

  @Test
  void sql_isKnownToTheStore_andKeysOfTheServer() {
    var rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(
                module("store"),
                ROOT + "server.access..",
                ROOT + "server.help..",
                ROOT + "server.enforcement..",
                ROOT + "server.sample..",
                ROOT + "server.http..",
                ROOT + "server.webhook..");
    check(rule.should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.jdbi.."));
  }

  @Test
  void jackson_isKnownToCodecOnly_withinTheEngine() {
    var rule =
        noClasses()
            .that()
            .resideInAPackage(ENGINE + "..")
            .and()
            .resideOutsideOfPackage(ENGINE + ".codec..");
    check(rule.should().dependOnClassesThat().resideInAPackage("com.fasterxml.."));
  }

  @Test
  void snakeYaml_isKnownToPolicyTextOnly() {
    var rule = noClasses().that().resideOutsideOfPackage(ENGINE + ".policy.text..");
    check(rule.should().dependOnClassesThat().resideInAPackage("org.snakeyaml.."));
  }

  @Test
  void cel_isKnownToPolicyTextOnly() {
    var rule = noClasses().that().resideOutsideOfPackage(ENGINE + ".policy.text..");
    check(rule.should().dependOnClassesThat().resideInAnyPackage("dev.cel..", "com.google.api.."));
  }

  @Test
  void engine_doesNoInputOrOutput() {
    var outside =
        packages(
            "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "javax.net..");
    var door = describe("reach outside the JVM", (JavaClass c) -> !IN_MEMORY.contains(c.getName()));
    check(engineMayNot().dependOnClassesThat(outside.and(door)));
    check(engineMayNot().accessField(System.class, "out"));
    check(engineMayNot().accessField(System.class, "err"));
    check(engineMayNot().accessField(System.class, "in"));
  }

  @Test
  void commandLine_opensNoConnection() {
    var local = noClasses().that().resideInAnyPackage(module("cli"), module("measure"));
    check(
        local
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                "java\\.net\\.(http\\..*|.*Socket.*|.*URL.*|Inet.*)"
                    + "|java\\.nio\\.channels\\..*Socket.*"));
  }

  @Test
  void engine_logsNothingAndStartsNoThread() {
    var loggers = packages("java.util.logging..", "org.slf4j..", "org.apache.logging..");
    check(engineMayNot().dependOnClassesThat(loggers));
    check(engineMayNot().dependOnClassesThat().haveNameMatching("java\\.lang\\.System\\$Logger"));
    check(
        engineMayNot()
            .dependOnClassesThat()
            .haveNameMatching(
                "java\\.lang\\.Thread|java\\.util\\.Timer"
                    + "|java\\.util\\.concurrent\\.(Executor|Fork|Completable|Scheduled).*"));
  }

  @Test
  void engine_isToldTheTimeAndTheChance() {
    check(engineMayNot().accessTargetWhere(describe("ask the environment", RiverTest::isAsked)));
    check(engineMayNot().dependOnClassesThat().haveFullyQualifiedName("java.time.Clock"));
    check(
        engineMayNot()
            .dependOnClassesThat()
            .haveNameMatching(
                "java\\.security\\.SecureRandom|java\\.util\\.concurrent\\.ThreadLocalRandom"));
  }

  @Test
  void engine_hasNoMutableStatic() {
    var inEngine = fields().that().areDeclaredInClassesThat().resideInAPackage(ENGINE + "..");
    check(inEngine.and().areStatic().should().beFinal());
    check(
        inEngine
            .and()
            .areStatic()
            .should()
            .notHaveRawType(describe("a type that changes", RiverTest::changes)));
  }

  @Test
  void everyPackage_isNullMarked() {
    var unmarked = new TreeSet<String>();
    for (var type : MAIN) {
      if (!type.getPackage().isAnnotatedWith(NullMarked.class)) unmarked.add(type.getPackageName());
    }
    assertThat(unmarked).as("packages whose package-info lacks @NullMarked").isEmpty();
  }

  private static boolean isAsked(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    var name = access.getTarget().getName();
    boolean noArguments = access.getTarget().getFullName().endsWith("()");
    return ENVIRONMENT.contains(owner.getSimpleName() + "." + name)
        || (owner.getPackageName().equals("java.time") && name.equals("now"))
        || (name.equals("<init>") && noArguments && isSeedable(owner));
  }

  /** Without an argument these take their seed, or the time, from the machine. */
  private static boolean isSeedable(JavaClass owner) {
    return Set.of("java.util.Random", "java.util.SplittableRandom", "java.util.Date")
        .contains(owner.getName());
  }

  private static boolean changes(JavaClass type) {
    return type.getPackageName().equals("java.util.concurrent.atomic")
        || type.isAssignableTo(ThreadLocal.class)
        || type.isAssignableTo(StringBuilder.class)
        || (type.getPackageName().startsWith("java.util")
            && !type.isInterface()
            && (type.isAssignableTo(java.util.Collection.class)
                || type.isAssignableTo(java.util.Map.class)));
  }

  private static DescribedPredicate<JavaClass> packages(String... names) {
    return JavaClass.Predicates.resideInAnyPackage(names);
  }

  private static ClassesShould engineMayNot() {
    return noClasses().that().resideInAPackage(ENGINE + "..").should();
  }

  private static String module(String name) {
    return ROOT + name + "..";
  }

  private static void mayNotKnow(String upstream, String downstream) {
    var rule = noClasses().that().resideInAPackage(upstream);
    check(rule.should().dependOnClassesThat().resideInAPackage(downstream));
  }

  // A module or package that has not arrived yet has no classes to check.
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(MAIN);
  }
}
