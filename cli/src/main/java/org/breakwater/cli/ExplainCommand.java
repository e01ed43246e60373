package org.breakwater.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breakwater.engine.Engine;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.content.Author;
import org.breakwater.engine.content.AuthorKind;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Context;
import org.breakwater.engine.content.Group;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code bw explain}: one post, with everything that led to its decision. */
@Command(
    name = "explain",
    headerHeading =
        """
        Examples:
          bw explain "trips to the north every Friday, 6000 a head, inbox"
          bw explain --surface comment --reply-to "we cross daily, inbox" "how much"
          bw explain --author-kind ngo --verified --lang es "cuidado con los coyotes"

        """,
    description = "Decide one post and show evidence, clauses, frames and actions.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private static final String ID = "explain";

  private final Terminal terminal;

  @Parameters(paramLabel = "TEXT", description = "The words of the post.")
  private String text = "";

  @Option(names = "--reply-to", paramLabel = "TEXT", description = "The text it answers.")
  private String replyTo = "";

  @Option(names = "--quoted", paramLabel = "TEXT", description = "The text it shares.")
  private String quoted = "";

  @Option(
      names = "--author-kind",
      paramLabel = "KIND",
      converter = KindWord.class,
      description = "What the author is, such as `ngo`; protects only with --verified.")
  private @Nullable AuthorKind authorKind; // absent is a fact of the event; see Author

  @Option(names = "--verified", description = "The platform has checked the author's kind.")
  private boolean verified;

  @Option(names = "--json", description = "All of it as one line of JSON.")
  private boolean json;

  @Mixin private PolicyOptions policyOptions = new PolicyOptions();
  @Mixin private PostOptions postOptions = new PostOptions();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Policies policies = policyOptions.load(terminal);
    var engine = new Engine(policies.versions());
    ContentEvent event = event();
    var post = new Post(event, postOptions.clock(engine).apply(event));
    Verdict verdict = engine.decide(post.event(), post.at());
    DecisionForm form =
        json
            ? new ExplanationLine(engine)
            : new Explained(engine, terminal.columns(), terminal.colours());
    var out = new StringBuilder();
    form.print(post, verdict, out);
    terminal.out().text(out.toString());
    return Exit.ALL_WELL.code();
  }

  private ContentEvent event() {
    boolean authorStated = authorKind != null || verified;
    return new ContentEvent(
        ID,
        1,
        text,
        postOptions.surface(),
        postOptions.lang(),
        new Context(replyTo, quoted, "", ""),
        List.of(),
        List.of(),
        authorStated ? new Author("", authorKind, verified, null) : null,
        Group.NONE,
        "",
        null,
        0,
        // A person who pastes a private message here is a participant who reports it.
        true,
        Map.of());
  }

  static final class KindWord implements ITypeConverter<AuthorKind> {
    @Override
    public AuthorKind convert(String word) {
      return AuthorKind.named(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "unknown author kind `%s`; one of %s"
                          .formatted(word, String.join(", ", AuthorKind.words()))));
    }
  }
}
