package org.breakwater.spec;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.breakwater.store.time.Time;
import org.junit.jupiter.api.Test;

/** One clock: the store and the server live by the time that they are handed (RFD 16). */
class ClockTest {
  /** Those that may take the machine's: where a server is wired, and verbs that end at once. */
  private static final Set<String> EDGES =
      Set.of(
          "org.breakwater.server.ServeCommand",
          "org.breakwater.server.backup.BackupCommand",
          "org.breakwater.server.demo.Demo",
          "org.breakwater.server.demo.DemoCommand",
          "org.breakwater.server.resources.DirectoryOptions",
          "org.breakwater.server.webhook.Opened$Stores",
          "org.breakwater.server.webhook.Opened",
          "org.breakwater.server.webhook.TestCommand");

  private static final Pattern ASKED_IN_SQL =
      Pattern.compile(
          "\\b(now\\(\\)|current_timestamp|current_date|current_time|localtimestamp"
              + "|(clock|statement|transaction)_timestamp\\(\\))",
          Pattern.CASE_INSENSITIVE);

  /** Names of copies of sequences are drawn from it; no row holds it. */
  private static final Set<String> NOT_OF_ROWS = Set.of("Tables.java");

  @Test
  void theTime_isAskedOfTheMachineInOnePlace() {
    noClasses()
        .that(describe("are not Time", (JavaClass each) -> !each.getFullName().equals(name())))
        .and()
        .resideInAnyPackage("org.breakwater.store..", "org.breakwater.server..")
        .should()
        .accessTargetWhere(describe("ask the machine what time it is", ClockTest::isAsked))
        .check(RiverTest.MAIN);
  }

  @Test
  void theMachinesTime_isTakenAtEdgesOnly() {
    noClasses()
        .that(
            describe(
                "are no edge",
                (JavaClass each) ->
                    !EDGES.contains(each.getName()) && !each.getFullName().equals(name())))
        .should()
        .accessField(Time.class, "MACHINE")
        .check(RiverTest.MAIN);
  }

  /** The database's clock is another one. Defaults of the first migrations were dropped by V390. */
  @Test
  void theDatabase_isNotAskedWhatTimeItIs() {
    var asking =
        Repository.here().files().stream()
            .filter(file -> file.path().matches("(store|server)/src/main/.*\\.(sql|java)"))
            .filter(file -> ASKED_IN_SQL.matcher(file.text()).find())
            .map(file -> file.path().substring(file.path().lastIndexOf('/') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    asking.removeAll(NOT_OF_ROWS);
    assertThat(asking)
        .as("files whose SQL asks the database what time it is; bind the server's time instead")
        .containsExactly(
            "V100__people.sql", "V1__decision_log.sql", "V310__one_time_and_sessions.sql");
  }

  private static String name() {
    return Time.class.getName();
  }

  private static boolean isAsked(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    boolean ofJavaTime = owner.startsWith("java.time.");
    return (ofJavaTime && name.equals("now"))
        || (ofJavaTime && (name.startsWith("system") || name.startsWith("tick")))
        || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
        || (owner.equals("java.util.Date")
            && access.getTarget().getFullName().endsWith("<init>()"));
  }
}
