package org.breakwater.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.breakwater.engine.Engine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code bw decide}: what the policy says about each post of a file. */
@Command(
    name = "decide",
    headerHeading =
        """
        Examples:
          bw decide examples/posts.jsonl
          bw decide --table --policy 2022-12 examples/posts.jsonl
          bw decide --text --lang es --summary posts-1.txt posts-2.txt.gz
          zcat posts.gz | bw decide --explain -

        """,
    description = "Decide each post of FILE: JSON Lines, or plain text with --text.",
    footer =
        """

        Exit: 0 all well, 1 some lines refused, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of posts, gzip or plain; `-` is standard input.")
  private List<String> files = List.of();

  @Option(names = "--text", description = "One post a line; its id is FILE NAME:LINE.")
  private boolean plainText;

  @Option(
      names = "--threads",
      converter = ThreadCount.class,
      description = "Threads to work with; default: all cores.")
  private int threads = OrderedDecisions.threadsByDefault();

  @Option(names = "--quiet", description = "No progress on standard error.")
  private boolean quiet;

  @Option(names = "--json", description = "With --summary or --explain: as JSON.")
  private boolean json;

  @ArgGroup private Form form = new Form();
  @Mixin private PolicyOptions policyOptions = new PolicyOptions();
  @Mixin private PostOptions postOptions = new PostOptions();

  DecideCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  static final class ThreadCount implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (text.matches("[1-9][0-9]{0,2}")) return Integer.valueOf(text);
      throw new TypeConversionException("`%s` is not a number from 1 to 999".formatted(text));
    }
  }

  /** How results are printed; JSON Lines when none is chosen. */
  private static final class Form {
    @Option(names = "--table", description = "A line for each post, in aligned columns.")
    private boolean table;

    @Option(names = "--summary", description = "Counts and shares instead of decisions.")
    private boolean summary;

    @Option(names = "--explain", description = "Evidence, clauses, frames and actions in full.")
    private boolean explain;
  }

  @Override
  public Integer call() {
    List<InputFile> inputs = InputFile.all(files, terminal);
    Policies policies = policyOptions.load(terminal);
    var engine = new Engine(policies.versions());
    var reader = new PostReader(plainText, postOptions);
    return run(
        inputs,
        policies,
        new BatchDecider(reader, engine, form(engine), postOptions.clock(engine)));
  }

  private DecisionForm form(Engine engine) {
    if (form.summary) return DecisionForm.NONE;
    if (form.table) return new DecisionRow(terminal.columns());
    if (form.explain && json) return new ExplanationLine(engine);
    if (form.explain) return new Explained(engine, terminal.columns(), terminal.colours());
    return new DecisionLine();
  }

  private int run(List<InputFile> inputs, Policies policies, BatchDecider decider) {
    long bytesTotal = inputs.stream().mapToLong(InputFile::size).sum();
    boolean watched = terminal.watched() && !quiet;
    var progress = new Progress(terminal.err(), watched, bytesTotal, System::nanoTime);
    var batches = new LineBatches(inputs, terminal.in());
    var tally = new Tally();
    terminal.out().text(decider.header());
    new OrderedDecisions<>(threads, decider, decided -> take(decided, tally, progress))
        .run(batches);
    progress.clear();
    if (form.summary) print(new Summary(tally, policies, progress.seconds()));
    return ended(tally, batches);
  }

  private void take(BatchDecider.Decided decided, Tally tally, Progress progress) {
    terminal.out().bytes(decided.results());
    decided.diagnostics().forEach(progress::say);
    // Whoever reads along sees each batch, and a reader who has gone ends the run at once.
    terminal.out().flush();
    tally.add(decided.tally());
    progress.at(tally.decided() + tally.refused(), decided.bytesTaken());
  }

  private void print(Summary summary) {
    if (json) terminal.out().line(summary.json());
    else terminal.out().text(summary.print(terminal.columns()));
  }

  private int ended(Tally tally, LineBatches batches) {
    if (!tally.ignoredMembers().isEmpty()) {
      terminal.err().println("bw: ignored unknown members: " + counted(tally.ignoredMembers()));
    }
    if (!batches.fault().isEmpty()) throw new EnvironmentFault(batches.fault());
    return (tally.refused() > 0 ? Exit.SOME_REFUSED : Exit.ALL_WELL).code();
  }

  private static String counted(Map<String, Long> members) {
    return members.entrySet().stream()
        .map(entry -> "`%s` (%d)".formatted(Screen.line(entry.getKey()), entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
