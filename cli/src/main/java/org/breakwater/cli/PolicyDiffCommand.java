package org.breakwater.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.text.ClauseChange;
import org.breakwater.measure.cases.PolicyCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bw policy diff}: what changes between two versions, and for which texts. */
@Command(
    name = "diff",
    headerHeading =
        """
        Examples:
          bw policy diff 2021-11 2022-12
          bw policy diff 2021-11 2022-12 --lang es

        """,
    description = "Show clause by clause what changes, and the examples and cases that flip.",
    mixinStandardHelpOptions = true)
final class PolicyDiffCommand implements Callable<Integer> {
  private static final String INDENT = "    ";

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "V1", description = "The version before.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "V2", description = "The version after.")
  private String after = "";

  @Option(names = "--lang", description = "Language of the words: en or es; default: en.")
  private String lang = "en";

  @Option(names = "--json", description = "One JSON object.")
  private boolean json;

  @Mixin private PackOptions packOptions = new PackOptions();

  PolicyDiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PackOnDisk pack = packOptions.pack(terminal);
    PolicyVersion from = pack.asWritten(before);
    PolicyVersion to = pack.asWritten(after);
    List<ClauseChange> changes = ClauseChange.between(from, to, lang);
    List<Flip> flips = Flip.among(texts(pack, from, to), from, to);
    if (json) terminal.out().line(Json.line(members(from, to, changes, flips)));
    else print(from, to, changes, flips);
    return Exit.ALL_WELL.code();
  }

  private static List<ContentEvent> texts(PackOnDisk pack, PolicyVersion from, PolicyVersion to) {
    Stream<ContentEvent> examples =
        Stream.concat(Example.of(from).stream(), Example.of(to).stream()).map(Example::event);
    Stream<ContentEvent> cases =
        new PackCases(pack.folder()).policy().stream().map(PolicyCase::event);
    Map<String, ContentEvent> byText = new LinkedHashMap<>();
    Stream.concat(examples, cases)
        .forEach(event -> byText.putIfAbsent(event.lang() + " " + event.text(), event));
    return new ArrayList<>(byText.values());
  }

  private void print(
      PolicyVersion from, PolicyVersion to, List<ClauseChange> changes, List<Flip> flips) {
    terminal.out().line("from  " + from.name() + "  " + from.hash());
    terminal.out().line("to    " + to.name() + "  " + to.hash() + "\n");
    changes.forEach(change -> terminal.out().text(text(change, terminal.columns())));
    if (changes.isEmpty()) terminal.out().line("no clause differs\n");
    terminal.out().line(flips.size() + " examples and cases flip (as if licensed)");
    new TreeMap<>(flips.stream().collect(Collectors.groupingBy(Flip::change)))
        .forEach(this::printGroup);
  }

  /** For people: a line for each part before and after. */
  private static String text(ClauseChange change, int columns) {
    var out =
        new StringBuilder("%s %s — %s%n".formatted(change.kind(), change.clause(), change.title()));
    for (ClauseChange.Part part : change.parts()) {
      out.append("  ").append(part.name()).append('\n');
      part.before().forEach(line -> add(out, "- " + line, columns));
      part.after().forEach(line -> add(out, "+ " + line, columns));
    }
    return out.append('\n').toString();
  }

  private static void add(StringBuilder out, String text, int columns) {
    Paragraph.wrapped(text.replace('\n', ' '), columns - INDENT.length())
        .forEach(line -> out.append(INDENT).append(line).append('\n'));
  }

  private void printGroup(String change, List<Flip> flips) {
    terminal.out().line("\n  " + change + "  (" + flips.size() + ")");
    for (Flip flip : flips) {
      String line = "    " + flip.event().id() + ": " + Screen.line(flip.event().text());
      terminal.out().line(Screen.cut(line, terminal.columns()));
    }
  }

  private static Map<String, Object> members(
      PolicyVersion from, PolicyVersion to, List<ClauseChange> changes, List<Flip> flips) {
    var members = new LinkedHashMap<String, Object>();
    members.put("from", from.name());
    members.put("to", to.name());
    members.put("clauses", changes);
    members.put("flips", flips.stream().map(Flip::members).toList());
    return members;
  }
}
