package org.breakwater.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.measure.cases.SignalCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw signals}: what can be observed in a post, and how well it is observed. */
@Command(
    name = "signals",
    headerHeading =
        """
        Examples:
          bw signals
          bw signals --measure
          bw signals --measure --lang es --failures

        """,
    description = "List all signals that conditions may test, or measure them on the pack's cases.",
    mixinStandardHelpOptions = true)
final class SignalsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Option(names = "--measure", description = "Precision and recall on the pack's signal cases.")
  private boolean measure;

  @Option(names = "--lang", paramLabel = "TAG", description = "With --measure: one language.")
  private String lang = "";

  @Option(
      names = "--failures",
      description = "With --measure: list failing cases of the train split.")
  private boolean failures;

  @Mixin private PackOptions packOptions = new PackOptions();

  SignalsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (measure || failures) return measured();
    List<Signal> signals = SignalCatalog.STANDARD.all();
    if (json) signals.forEach(signal -> terminal.out().line(Json.line(members(signal))));
    else terminal.out().text(table(signals).print(terminal.columns()));
    return Exit.ALL_WELL.code();
  }

  private int measured() {
    PackOnDisk pack = packOptions.pack(terminal);
    List<SignalCase> cases =
        new PackCases(pack.folder())
            .signals().stream()
                .filter(one -> lang.isEmpty() || one.event().lang().equals(lang))
                .toList();
    var trial = new SignalTrial(pack.asWritten(""));
    if (failures) trial.failures(cases).forEach(terminal.out()::line);
    else if (json) trial.scores(cases).forEach(score -> terminal.out().line(Json.line(score)));
    else terminal.out().text(trial.table(cases).print(terminal.columns()));
    return Exit.ALL_WELL.code();
  }

  private static Table table(List<Signal> signals) {
    var table =
        new Table("signal", "type", "cost", "origin", "detector", "unit, range", "holds when");
    for (Signal signal : signals) {
      table.row(
          signal.name(),
          word(signal.type()),
          word(signal.cost()),
          word(signal.origin()),
          signal.detector(),
          (signal.unit() + " " + signal.range()).strip(),
          signal.meaning());
    }
    return table;
  }

  private static Map<String, Object> members(Signal signal) {
    var members = new LinkedHashMap<String, Object>();
    members.put("name", signal.name());
    members.put("type", word(signal.type()));
    members.put("unit", signal.unit());
    members.put("range", signal.range());
    members.put("cost", word(signal.cost()));
    members.put("origin", word(signal.origin()));
    members.put("detector", signal.detector());
    members.put("meaning", signal.meaning());
    return members;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }
}
