package org.breakwater.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.text.PolicyWord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bw policy show}: both halves of a policy, or one clause in full. */
@Command(
    name = "show",
    headerHeading =
        """
        Examples:
          bw policy show
          bw policy show --policy 2022-12 --lang es
          bw policy show smuggling.offer

        """,
    description = "Show what a policy prohibits and what it allows, or one clause in full.",
    mixinStandardHelpOptions = true)
final class PolicyShowCommand implements Callable<Integer> {
  private static final List<PolicyWord> HALVES =
      List.of(PolicyWord.PROHIBITED, PolicyWord.NEEDS_CONTEXT, PolicyWord.ALLOWED);

  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "CLAUSE", description = "A clause's id.")
  private String clause = "";

  @Option(
      names = "--policy",
      paramLabel = "[NAME@]VERSION",
      description = "The version; default: the pack's default.")
  private String version = "";

  @Option(names = "--lang", description = "Language of the words: en or es; default: en.")
  private String lang = "en";

  @Option(names = "--json", description = "One JSON object a clause and line.")
  private boolean json;

  @Mixin private PackOptions packOptions = new PackOptions();

  PolicyShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PolicyVersion shown = packOptions.pack(terminal).asWritten(version);
    List<ClauseText> clauses =
        shown.clauses().stream()
            .filter(candidate -> clause.isEmpty() || candidate.id().equals(clause))
            .map(candidate -> new ClauseText(candidate, lang, terminal.columns()))
            .toList();
    if (clauses.isEmpty()) return unknown(shown);
    if (json) clauses.forEach(text -> terminal.out().line(Json.line(text.members())));
    else if (clause.isEmpty()) print(shown, clauses);
    else clauses.forEach(text -> terminal.out().text(text.full()));
    return Exit.ALL_WELL.code();
  }

  private void print(PolicyVersion shown, List<ClauseText> clauses) {
    terminal.out().line(shown.name() + "  " + shown.hash() + "\n");
    for (PolicyWord half : HALVES) {
      List<ClauseText> texts = ClauseText.under(half, clauses);
      if (texts.isEmpty()) continue;
      terminal.out().line(half.in(lang) + "\n");
      texts.forEach(text -> terminal.out().text(text.brief()));
    }
  }

  private int unknown(PolicyVersion shown) {
    terminal
        .err()
        .println(
            "bw: no clause `%s` in %s; clauses are listed by `bw policy show`"
                .formatted(clause, shown.name()));
    return Exit.USAGE.code();
  }
}
