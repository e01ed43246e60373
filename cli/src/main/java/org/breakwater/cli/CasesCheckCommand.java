package org.breakwater.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.breakwater.measure.cases.Functionality;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.suite.SuiteCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bw cases check}: whether a suite is fit to measure with. */
@Command(
    name = "check",
    headerHeading =
        """
        Examples:
          bw cases check
          bw cases check packs/drug-trafficking/cases --json

        """,
    description = "Find what is wrong with a suite of cases, and tell how varied it is.",
    footer =
        """

        Exit: 0 nothing is wrong, 2 usage, 3 environment, 4 something is.""",
    mixinStandardHelpOptions = true)
final class CasesCheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files of cases, or folders; default: the pack's.")
  private List<String> files = List.of(PackFolder.PACK_BY_DEFAULT + "/cases");

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  CasesCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CaseFiles suite = CaseFiles.of(files, terminal);
    List<PolicyCase> cases = suite.cases();
    Map<String, Functionality> functionalities = suite.functionalities();
    SuiteCheck check = SuiteCheck.of(functionalities, cases);
    if (json) terminal.out().line(Json.line(members(check, functionalities, cases)));
    else print(check, functionalities, cases);
    return (check.faults().isEmpty() ? Exit.ALL_WELL : Exit.CHECK_SAYS_NO).code();
  }

  private void print(
      SuiteCheck check, Map<String, Functionality> functionalities, List<PolicyCase> cases) {
    members(check, functionalities, cases)
        .forEach(
            (name, value) -> {
              if (!(value instanceof Map || value instanceof List))
                terminal.out().line("%-28s %s".formatted(name, value));
            });
    terminal.out().line("");
    var columns = new TreeSet<String>();
    check.spread().values().forEach(row -> columns.addAll(row.keySet()));
    var header = new String[columns.size() + 1];
    header[0] = "label";
    int at = 1;
    for (String column : columns) header[at++] = column;
    var table = new Table(header);
    check
        .spread()
        .forEach(
            (label, row) -> {
              var cells = new String[header.length];
              cells[0] = label;
              for (int i = 1; i < header.length; i++)
                cells[i] = Long.toString(row.getOrDefault(header[i], 0L));
              table.row(cells);
            });
    terminal.out().text(table.print(Math.max(terminal.columns(), 200)));
    check.faults().forEach(terminal.err()::println);
    terminal.out().line("\n" + check.faults().size() + " faults");
  }

  private static Map<String, Object> members(
      SuiteCheck check, Map<String, Functionality> functionalities, List<PolicyCase> cases) {
    var members = new LinkedHashMap<String, Object>();
    members.put("cases", cases.size());
    members.put("languages", String.join(", ", check.languages()));
    members.put("functionalities", functionalities.size());
    members.put(
        "held", functionalities.values().stream().filter(f -> f.split() == Split.HELD).count());
    members.put("neverRemove", cases.stream().filter(PolicyCase::neverRemove).count());
    members.put("contrasts", cases.stream().filter(one -> !one.contrastOf().isEmpty()).count());
    members.put("styles", cases.stream().map(PolicyCase::style).distinct().count());
    members.put("distinctFiveGrams", rounded(check.distinctFiveGrams()));
    members.put("nearestLikenessMedian", rounded(check.nearestLikeness(0.5)));
    members.put("nearestLikeness95", rounded(check.nearestLikeness(0.95)));
    members.put(
        "perFunctionality",
        cases.stream()
            .collect(
                Collectors.groupingBy(
                    PolicyCase::functionality,
                    TreeMap::new,
                    Collectors.groupingBy(
                        one -> one.event().lang(), TreeMap::new, Collectors.counting()))));
    members.put("spread", check.spread());
    members.put("faults", check.faults());
    return members;
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
