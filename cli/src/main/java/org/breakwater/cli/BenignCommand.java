package org.breakwater.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breakwater.engine.Engine;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.measure.statistics.Proportion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bw benign}: how often posts that break nothing are touched. */
@Command(
    name = "benign",
    headerHeading =
        """
        Examples:
          bw benign --assume-licensed posts-1.txt posts-2.txt.gz
          bw benign --json events.jsonl

        """,
    description =
        "Count what is removed and reviewed among posts that break nothing: one a line, or events"
            + " in files named .jsonl.",
    footer =
        """

        Three quarters of all lines, by the last digit of their SHA-256, are kept unread: they are
        counted, and only named. Exit: 0 all well, 1 some lines refused, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
final class BenignCommand implements Callable<Integer> {
  private static final double PER = 100_000;
  private static final String CAUTION =
      "Ordinary posts hold almost no trade words, so a keyword list passes here too: few flags on"
          + " traffic alone prove little. Look-alikes prove more: bw evaluate.";

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of posts, gzip or plain.")
  private List<String> files = List.of();

  @Option(names = "--json", description = "One JSON object a version and line.")
  private boolean json;

  @Option(
      names = "--reviews",
      paramLabel = "N",
      description = "How many reviews to list; default: ${DEFAULT-VALUE}.")
  private int reviews = 20;

  @Option(
      names = "--show-held",
      description = "Print the texts of unread lines too; whoever writes rules should not.")
  private boolean showHeld;

  @Mixin private PolicyOptions policyOptions = new PolicyOptions();
  @Mixin private PostOptions postOptions = new PostOptions();

  BenignCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean refused = false;
    for (PolicyVersion version : policyOptions.load(terminal).versions()) {
      var engine = new Engine(List.of(version));
      BenignTally tally = new BenignRun(engine, postOptions, terminal).over(files);
      refused |= !tally.faults().isEmpty();
      if (json) terminal.out().line(Json.line(members(version, tally)));
      else print(version, tally, engine);
    }
    return (refused ? Exit.SOME_REFUSED : Exit.ALL_WELL).code();
  }

  private void print(PolicyVersion version, BenignTally tally, Engine engine) {
    terminal
        .out()
        .line(
            "%s on %,d posts, %,d of them kept unread%n"
                .formatted(version.name(), tally.posts(), tally.unread()));
    var table = new Table("", "posts", "in 100,000", "95 % at most", "unread", "95 % at most");
    counts(tally)
        .forEach(
            count ->
                table.row(
                    count.name(),
                    Long.toString(count.all().successes()),
                    per(count.all().value()),
                    per(count.all().upperBound()),
                    Long.toString(count.unread().successes()),
                    per(count.unread().upperBound())));
    var keywords = new Proportion(tally.keywords(), tally.posts());
    table.row(
        "keyword list",
        Long.toString(tally.keywords()),
        per(keywords.value()),
        per(keywords.upperBound()),
        Table.NOTHING,
        Table.NOTHING);
    terminal.out().text(table.print(terminal.columns()));
    terminal.out().line("\n" + CAUTION);
    list("Removed", tally.flagged(Outcome.REMOVE), Integer.MAX_VALUE, engine);
    list("Sent to people", tally.flagged(Outcome.REVIEW, Outcome.ESCALATE), reviews, engine);
  }

  /** How many posts got an outcome, of all and of those kept unread. */
  private record Count(String name, Proportion all, Proportion unread) {}

  private static List<Count> counts(BenignTally tally) {
    var counts = new ArrayList<Count>();
    counts.add(count("removed", tally, Outcome.REMOVE));
    counts.add(count("reviewed", tally, Outcome.REVIEW));
    counts.add(count("escalated", tally, Outcome.ESCALATE));
    return counts;
  }

  private static Count count(String name, BenignTally tally, Outcome outcome) {
    List<BenignTally.Flagged> flagged = tally.flagged(outcome);
    long unread = flagged.stream().filter(one -> !one.mayBeRead()).count();
    return new Count(
        name,
        new Proportion(flagged.size(), tally.posts()),
        new Proportion(unread, tally.unread()));
  }

  private static String per(double share) {
    return Double.isNaN(share) ? Table.NOTHING : String.format(Locale.ROOT, "%.1f", share * PER);
  }

  private void list(String title, List<BenignTally.Flagged> flagged, int limit, Engine engine) {
    if (flagged.isEmpty()) return;
    terminal.out().line("\n%s: %d".formatted(title, flagged.size()));
    // Those that may be read come first: they are the ones to learn from.
    List<BenignTally.Flagged> listed =
        flagged.stream()
            .sorted(Comparator.comparing(one -> !one.mayBeRead()))
            .limit(limit)
            .toList();
    var explained = new Explained(engine, terminal.columns(), terminal.colours());
    for (BenignTally.Flagged one : listed) {
      if (showHeld || one.mayBeRead()) {
        var text = new StringBuilder();
        var post = new Post(one.event(), engine.timeOf(one.event()));
        explained.print(post, engine.decide(post.event(), post.at()), text);
        terminal.out().text(text.toString());
      } else {
        terminal
            .out()
            .line(
                "  %s  %s, kept unread; %s"
                    .formatted(
                        one.event().id(),
                        one.decision().lang(),
                        String.join(", ", one.decision().clauses())));
      }
    }
    if (listed.size() < flagged.size())
      terminal.out().line("  and %d more".formatted(flagged.size() - listed.size()));
  }

  private Map<String, Object> members(PolicyVersion version, BenignTally tally) {
    var members = new LinkedHashMap<String, Object>();
    members.put("policy", version.name());
    members.put("posts", tally.posts());
    members.put("unread", tally.unread());
    counts(tally)
        .forEach(
            count ->
                members.put(
                    count.name(),
                    Map.of(
                        "count", count.all().successes(),
                        "upperBound", count.all().upperBound(),
                        "countUnread", count.unread().successes(),
                        "upperBoundUnread", count.unread().upperBound())));
    members.put("keywordList", tally.keywords());
    members.put("caution", CAUTION);
    members.put(
        "flagged",
        tally.flagged(Outcome.REMOVE, Outcome.REVIEW, Outcome.ESCALATE).stream()
            .map(
                one ->
                    Map.of(
                        "id", one.event().id(),
                        "outcome", one.decision().outcome().word(),
                        "clauses", one.decision().clauses()))
            .toList());
    return members;
  }
}
