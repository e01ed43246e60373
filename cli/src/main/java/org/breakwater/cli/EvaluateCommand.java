package org.breakwater.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breakwater.engine.Engine;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.Automation.Assumed;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.evaluation.Evaluation;
import org.breakwater.measure.evaluation.Judged;
import org.breakwater.measure.mutators.Mutator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bw evaluate}: how right the decisions on labelled cases are. */
@Command(
    name = "evaluate",
    headerHeading =
        """
        Examples:
          bw evaluate packs/human-exploitation/cases
          bw evaluate packs/human-exploitation/cases --mutate --html > report.html
          bw evaluate mine.jsonl --predictions theirs.jsonl
          bw evaluate packs/human-exploitation/cases --bar 'held.danger.served>=0.85'

        """,
    description =
        "Hold decisions against cases: JSON Lines with at least id, text and expected"
            + " (an outcome, or an array of those that are right).",
    footer =
        """

        A BAR is SPLIT.DUTY.MEASURE>=SHARE or <=SHARE. DUTY is prohibited, ask, danger or
        look-alike; MEASURE is served (caught, met with resources, escalated or left alone, as the
        duty asks), caught, reviewed or removed.
        Exit: 0 all well, 2 usage, 3 environment, 4 a bar is unmet or a case that must never be
        removed was.""",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of cases, or folders of them.")
  private List<String> files = List.of();

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description = "Another system's answers: JSON Lines with id, outcome and maybe label.")
  private String predictions = "";

  @Option(names = "--mutate", description = "Each text in every disguise too.")
  private boolean mutate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the disguises; default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--bar",
      paramLabel = "BAR",
      converter = Bar.Converter.class,
      description = "What a figure must reach; may be repeated.")
  private List<Bar> bars = List.of();

  @Option(
      names = "--show-held",
      description = "Print the texts of held cases too; whoever writes rules should not.")
  private boolean showHeld;

  @ArgGroup private Form form = new Form();
  @Mixin private PolicyOptions policyOptions = new PolicyOptions();

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** How results are printed; tables when none is chosen. */
  private static final class Form {
    @Option(names = "--json", description = "One JSON object a version and line.")
    private boolean json;

    @Option(names = "--html", description = "One page with plots, for people.")
    private boolean html;
  }

  @Override
  public Integer call() {
    List<PolicyCase> cases = CaseFiles.of(files, terminal).cases();
    Policies policies = policyOptions.load(terminal);
    var reports = new ArrayList<EvaluationReport>();
    for (PolicyVersion version : policies.versions()) reports.add(report(version, cases));
    print(reports);
    boolean well = reports.stream().allMatch(EvaluationReport::isWell);
    return (well ? Exit.ALL_WELL : Exit.CHECK_SAYS_NO).code();
  }

  private EvaluationReport report(PolicyVersion version, List<PolicyCase> cases) {
    var engine = new Engine(List.of(version));
    boolean isOurs = predictions.isEmpty();
    Answers answers = isOurs ? Answers.of(engine) : Answers.in(terminal.resolve(predictions));
    List<Judged> judged =
        cases.parallelStream()
            .flatMap(one -> judge(one, version.version(), answers).stream())
            .toList();
    return new EvaluationReport(
        Evaluation.of(version.version(), judged),
        String.join(", ", files),
        isOurs ? Optional.of(engine) : Optional.empty(),
        isOurs ? version.name() : predictions,
        version.automation() instanceof Assumed,
        bars,
        showHeld);
  }

  private List<Judged> judge(PolicyCase one, String version, Answers answers) {
    List<Outcome> expected = one.expected().in(version);
    if (expected.isEmpty()) return List.of();
    var judged = new ArrayList<Judged>();
    answers
        .to(one.event())
        .ifPresent(answer -> judged.add(new Judged(one, "", one.event(), expected, answer)));
    if (mutate && predictions.isEmpty()) {
      for (Mutator mutator : Mutator.values()) disguised(one, mutator, expected, answers, judged);
    }
    return judged;
  }

  private void disguised(
      PolicyCase one,
      Mutator mutator,
      List<Outcome> expected,
      Answers answers,
      List<Judged> judged) {
    Optional<String> text = mutator.apply(one.event().text(), seed);
    if (text.isEmpty()) return;
    ContentEvent event = one.event().withText(text.get());
    answers
        .to(event)
        .ifPresent(answer -> judged.add(new Judged(one, mutator.word(), event, expected, answer)));
  }

  private void print(List<EvaluationReport> reports) {
    if (form.html) {
      terminal.out().text(new EvaluationPage(reports).html());
      return;
    }
    for (EvaluationReport report : reports) {
      if (form.json) terminal.out().line(Json.line(report.members()));
      else terminal.out().text(report.print(terminal.columns()));
    }
  }
}
