package org.breakwater.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.breakwater.engine.Engine;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.policy.Automation;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.evaluation.Duty;
import org.breakwater.measure.licence.Grant;
import org.breakwater.measure.licence.Licence;
import org.breakwater.measure.licence.Removal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw policy license}: where evidence allows a machine to remove content by itself. */
@Command(
    name = "license",
    headerHeading =
        """
        Examples:
          bw policy license --benign posts.txt
          bw policy license --benign posts-1.txt --benign posts-2.txt --write

        """,
    description =
        "Compute automation.yaml from the pack's held cases and from benign posts (those kept"
            + " unread only).",
    footer =
        """

        Exit: 0 all well, 1 some lines refused, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
final class PolicyLicenseCommand implements Callable<Integer> {
  private static final String AUTOMATION_FILE = "automation.yaml";

  private final Terminal terminal;

  @Option(
      names = "--benign",
      paramLabel = "FILE",
      required = true,
      arity = "1..*",
      description = "Files of posts that break nothing; may be repeated.")
  private List<String> benign = List.of();

  @Option(names = "--write", description = "Write the pack's automation.yaml instead.")
  private boolean write;

  @Mixin private PackArgument packArgument = new PackArgument();
  @Mixin private PostOptions postOptions = new PostOptions();

  PolicyLicenseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PackOnDisk pack = packArgument.pack(terminal);
    List<PolicyCase> cases = new PackCases(pack.folder()).policy();
    var file = new AutomationText();
    boolean refused = false;
    for (String name : pack.versions()) {
      PolicyVersion version = pack.asWritten(name).with(new Automation.Assumed());
      var engine = new Engine(List.of(version));
      BenignTally tally = new BenignRun(engine, postOptions, terminal).over(benign);
      refused |= !tally.faults().isEmpty();
      Licence licence = licence(version, engine, cases, tally);
      List<Grant> grants = licence.grants(version.clauses());
      report(version, licence, grants.size());
      file.add(version.version(), grants);
    }
    if (write) file.write(pack.folder().path().resolve(AUTOMATION_FILE));
    else terminal.out().text(file.text());
    return (refused ? Exit.SOME_REFUSED : Exit.ALL_WELL).code();
  }

  private static Licence licence(
      PolicyVersion version, Engine engine, List<PolicyCase> cases, BenignTally tally) {
    List<Removal> ofBenign =
        tally.flagged(Outcome.REMOVE).stream()
            .filter(one -> !one.mayBeRead())
            .map(BenignTally.Flagged::removal)
            .toList();
    List<PolicyCase> held =
        cases.stream()
            .filter(one -> one.split() == Split.HELD)
            .filter(one -> !one.expected().in(version.version()).isEmpty())
            .toList();
    Map<String, Long> lookAlikes =
        held.stream()
            .filter(one -> duty(one, version) == Duty.LOOK_ALIKE)
            .collect(
                Collectors.groupingBy(
                    one -> one.event().lang(), TreeMap::new, Collectors.counting()));
    var removals = new ArrayList<Removal>();
    for (PolicyCase one : held) {
      Decision decision = engine.decide(one.event(), engine.timeOf(one.event())).decision();
      if (decision.outcome() == Outcome.REMOVE)
        removals.add(
            new Removal(
                decision.clauses(),
                decision.lang(),
                one.event().surface(),
                duty(one, version) == Duty.PROHIBITED));
    }
    return new Licence(tally.unread(), ofBenign, lookAlikes, removals);
  }

  private static Duty duty(PolicyCase one, PolicyVersion version) {
    return Duty.of(one.expected().in(version.version()));
  }

  private void report(PolicyVersion version, Licence licence, int granted) {
    terminal.err().println("%s: %d triples licensed".formatted(version.name(), granted));
    var table = new Table("clause", "lang", "right", "wrong", "of", "licensed, or why not");
    for (Licence.Standing standing : licence.standings(version.clauses())) {
      table.row(
          standing.clause(),
          standing.language(),
          Long.toString(standing.right()),
          Long.toString(standing.lookAlikes().successes()),
          Long.toString(standing.lookAlikes().trials()),
          standing.refusal().isEmpty()
              ? String.format(
                  Locale.ROOT,
                  "licensed: at most %.2f %% of look-alikes, %.1f in 100,000 posts",
                  standing.lookAlikes().upperBound() * 100,
                  standing.benign().upperBound() * 1e5)
              : standing.refusal());
    }
    terminal.err().print(table.print(terminal.columns()));
  }
}
