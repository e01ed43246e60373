package org.breakwater.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.breakwater.measure.cases.CorpusText;
import org.breakwater.measure.cases.Functionality;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.suite.CorpusCheck;
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
  private static final String PACKS_CASES = PackFolder.PACK_BY_DEFAULT + "/cases";
  private static final String PACKS_CORPUS = PackFolder.PACK_BY_DEFAULT + "/corpus";

  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files of cases, or folders; default: the pack's.")
  private List<String> files = List.of();

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description =
          "Texts to learn from that must not give the suite away; default: the pack's, if its cases"
              + " are checked.")
  private String corpus = "";

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  CasesCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean isPack = files.isEmpty();
    CaseFiles suite = CaseFiles.of(isPack ? List.of(PACKS_CASES) : files, terminal);
    List<PolicyCase> cases = suite.cases();
    Map<String, Functionality> functionalities = suite.functionalities();
    SuiteCheck check = SuiteCheck.of(functionalities, cases);
    List<CorpusText> texts = corpus(isPack && corpus.isEmpty() ? PACKS_CORPUS : corpus);
    var faults = new ArrayList<>(check.faults());
    faults.addAll(CorpusCheck.faults(functionalities.values(), cases, texts));
    Map<String, Object> members = members(check, functionalities, cases);
    members.put("corpus", texts.size());
    members.put("faults", faults);
    if (json) terminal.out().line(Json.line(members));
    else print(check, members, faults);
    return (faults.isEmpty() ? Exit.ALL_WELL : Exit.CHECK_SAYS_NO).code();
  }

  private List<CorpusText> corpus(String folder) {
    return folder.isEmpty() ? List.of() : CaseFiles.of(List.of(folder), terminal).corpus();
  }

  private void print(SuiteCheck check, Map<String, Object> members, List<String> faults) {
    members.forEach(
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
    faults.forEach(terminal.err()::println);
    terminal.out().line("\n" + faults.size() + " faults");
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
    return members;
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
