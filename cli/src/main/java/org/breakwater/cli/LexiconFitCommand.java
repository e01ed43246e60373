package org.breakwater.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.signal.Features;
import org.breakwater.engine.signal.Lexicon;
import org.breakwater.engine.signal.Observer;
import org.breakwater.engine.signal.Points;
import org.breakwater.engine.signal.Reading;
import org.breakwater.measure.cases.CorpusText;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.statistics.Proportion;
import org.breakwater.measure.training.Example;
import org.breakwater.measure.training.PointsFit;
import org.breakwater.measure.training.PointsFit.Outside;
import org.breakwater.measure.training.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw lexicon fit}: points for words and cues, from the corpus and the train cases. */
@Command(
    name = "fit",
    headerHeading =
        """
        Examples:
          bw lexicon fit
          bw lexicon fit --lang es --write

        """,
    description =
        "Fit the points of each language's scores to the pack's corpus and train cases: tell how"
            + " functionalities of the cases, left out in turn, would fare, or write the points.",
    mixinStandardHelpOptions = true)
final class LexiconFitCommand implements Callable<Integer> {
  private static final int TURNS = 4;
  private static final List<Integer> THRESHOLDS = List.of(30, 40, 50, 60, 70, 80, 90);
  private static final String HEAD =
      """
      # How much each word, pair of words, beginning of words and observation counts towards a score,
      # in hundredths of a natural logarithm of odds. Fitted by `bw lexicon fit --write` to the corpus
      # and the train cases of this pack; never typed. docs/rfd/0004 says how to read it.
      """;

  private final Terminal terminal;

  @Option(names = "--lang", paramLabel = "TAG", description = "One language; default: each.")
  private String lang = "";

  @Option(names = "--write", description = "Write lexicon/LANGUAGE.points.tsv.")
  private boolean write;

  @Mixin private PackArgument packArgument = new PackArgument();

  LexiconFitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A text with the score that should be high for it. */
  private record Text(ContentEvent event, String functionality, String is, boolean judged) {
    static Text of(PolicyCase one) {
      return new Text(one.event(), one.functionality(), Target.of(one), true);
    }

    static Text of(CorpusText one) {
      return new Text(one.event(), one.functionality(), Target.of(one), false);
    }
  }

  @Override
  public Integer call() {
    PackOnDisk pack = packArgument.pack(terminal);
    PolicyVersion version = pack.asWritten("");
    Instant at = version.date().atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Lexicon.Entry> entries = version.lexicon().entries();
    texts(pack)
        .forEach(
            (language, texts) -> {
              // What is answered is weighed by points fitted without it. Before there are any,
              // every family of cues is looked for.
              List<Example> alone = examples(texts, new Lexicon(entries), at);
              Points first = PointsFit.of(language, alone);
              fit(language, examples(texts, new Lexicon(entries, List.of(first)), at), pack);
            });
    return Exit.ALL_WELL.code();
  }

  private static List<Example> examples(List<Text> texts, Lexicon lexicon, Instant at) {
    var observer = new Observer(lexicon);
    return texts.parallelStream().map(text -> example(text, observer, at)).toList();
  }

  private Map<String, List<Text>> texts(PackOnDisk pack) {
    var cases = new PackCases(pack.folder());
    List<Text> texts = new ArrayList<>();
    cases.policy().stream()
        .filter(one -> one.split() == Split.TRAIN)
        .map(Text::of)
        .forEach(texts::add);
    cases.corpus().stream().map(Text::of).forEach(texts::add);
    return texts.stream()
        .filter(text -> lang.isEmpty() || lang.equals(text.event().lang()))
        .collect(
            Collectors.groupingBy(text -> text.event().lang(), TreeMap::new, Collectors.toList()));
  }

  private static Example example(Text text, Observer observer, Instant at) {
    Reading reading = Reading.of(text.event());
    return new Example(
        text.functionality(),
        List.copyOf(Features.of(reading, observer.observe(reading, at))),
        Features.scale(Features.length(reading)),
        text.is(),
        text.judged());
  }

  private void fit(String language, List<Example> examples, PackOnDisk pack) {
    if (write) {
      Path file = pack.folder().path().resolve("lexicon/" + language + ".points.tsv");
      write(file, PointsFit.of(language, examples));
      terminal.err().println(file + ": written, from " + examples.size() + " texts");
      return;
    }
    List<Outside> outside = PointsFit.leavingOut(language, examples, TURNS);
    for (String score : Points.scoreNames())
      terminal.out().text(table(language, score, outside).print(terminal.columns()));
  }

  private static void write(Path file, Points points) {
    var text = new StringBuilder(HEAD).append("feature\t");
    text.append(String.join("\t", points.scores())).append('\n');
    points
        .rows()
        .forEach(
            (feature, numbers) -> {
              text.append(feature);
              numbers.forEach(number -> text.append('\t').append(number));
              text.append('\n');
            });
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new EnvironmentFault("cannot write `%s`: %s".formatted(file, e.getMessage()));
    }
  }

  /** By threshold, what would be found and what would be found amiss, functionality left out. */
  private static Table table(String language, String score, List<Outside> outside) {
    var table = new Table(language + " " + score, "found", "amiss");
    for (int threshold : THRESHOLDS) {
      table.row(
          ">= " + threshold,
          share(outside, score, threshold, one -> one.equals(score)),
          share(outside, score, threshold, one -> !one.equals(score)));
    }
    return table;
  }

  private static String share(
      List<Outside> outside, String score, int threshold, Predicate<String> which) {
    List<Outside> of = outside.stream().filter(o -> which.test(o.example().is())).toList();
    long over = of.stream().filter(o -> o.parts().getOrDefault(score, 0.0) >= threshold).count();
    return String.format(Locale.ROOT, "%.3f", new Proportion(over, of.size()).value());
  }
}
