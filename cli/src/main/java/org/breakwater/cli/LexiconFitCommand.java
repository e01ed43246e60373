package org.breakwater.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.signal.Lexicon;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.Observer;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.cases.Split;
import org.breakwater.measure.evaluation.Duty;
import org.breakwater.measure.statistics.Proportion;
import org.breakwater.measure.training.Example;
import org.breakwater.measure.training.PointsFit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw lexicon fit}: points for cues, from the cases of the train split. */
@Command(
    name = "fit",
    headerHeading =
        """
        Examples:
          bw lexicon fit
          bw lexicon fit --lang es --write

        """,
    description =
        "Fit the points of each language's scores to the pack's train cases, and tell how"
            + " functionalities left out in turn would fare.",
    mixinStandardHelpOptions = true)
final class LexiconFitCommand implements Callable<Integer> {
  private static final String BASE = "base";

  /** Harmless posts are disguised too: a score never rests on it. */
  private static final String DISGUISE = "text.altered";

  private static final List<Integer> THRESHOLDS = List.of(-10, -5, 0, 5, 10, 15, 20, 25, 30);
  private static final String HEAD =
      """
      # How much each observation counts towards a score, in tenths of a natural logarithm of odds.
      # Fitted by `bw lexicon fit --write` to the train cases of this pack; never typed.
      """;

  private final Terminal terminal;

  @Option(names = "--lang", paramLabel = "TAG", description = "One language; default: each.")
  private String lang = "";

  @Option(names = "--write", description = "Write lexicon/LANGUAGE.points.yaml.")
  private boolean write;

  @Mixin private PackArgument packArgument = new PackArgument();

  LexiconFitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What each score is to tell from everything else. */
  private static final Map<String, Predicate<PolicyCase>> SCORES = scores();

  private static Map<String, Predicate<PolicyCase>> scores() {
    var scores = new TreeMap<String, Predicate<PolicyCase>>();
    scores.put("score.offer", isProhibited(Label.Family.SMUGGLING));
    scores.put("score.exploitation", isProhibited(Label.Family.TRAFFICKING));
    scores.put("score.extortion", isProhibited(Label.Family.EXTORTION));
    scores.put("score.danger", one -> duty(one) == Duty.DANGER);
    scores.put("score.ask", one -> duty(one) == Duty.ASK);
    return scores;
  }

  private static Predicate<PolicyCase> isProhibited(Label.Family family) {
    return one ->
        duty(one) == Duty.PROHIBITED && one.label() != null && one.label().family() == family;
  }

  private static Duty duty(PolicyCase one) {
    return Duty.of(one.expected().in("2021-11"));
  }

  @Override
  public Integer call() {
    PackOnDisk pack = packArgument.pack(terminal);
    PolicyVersion version = pack.asWritten("");
    // Without points every family is looked for, also those that had none before.
    var observer = new Observer(new Lexicon(version.lexicon().entries()));
    Map<String, List<PolicyCase>> byLanguage = new TreeMap<>();
    for (PolicyCase one : new PackCases(pack.folder()).policy()) {
      if (one.split() == Split.TRAIN && (lang.isEmpty() || lang.equals(one.event().lang())))
        byLanguage.computeIfAbsent(one.event().lang(), _ -> new ArrayList<>()).add(one);
    }
    byLanguage.forEach((language, cases) -> fit(language, cases, observer, version, pack));
    return Exit.ALL_WELL.code();
  }

  private void fit(
      String language,
      List<PolicyCase> cases,
      Observer observer,
      PolicyVersion version,
      PackOnDisk pack) {
    var at = version.date().atStartOfDay(ZoneOffset.UTC).toInstant();
    List<List<String>> observed =
        cases.parallelStream().map(one -> observed(observer.observe(one.event(), at))).toList();
    var text = new StringBuilder(HEAD).append("language: ").append(language).append("\npoints:\n");
    SCORES.forEach(
        (score, is) -> {
          var examples = new ArrayList<Example>();
          for (int i = 0; i < cases.size(); i++)
            examples.add(
                new Example(cases.get(i).functionality(), observed.get(i), is.test(cases.get(i))));
          if (examples.stream().noneMatch(Example::is)) return;
          write(score, PointsFit.of(examples), text);
          terminal
              .out()
              .text(
                  table(language, score, PointsFit.leavingOut(examples)).print(terminal.columns()));
        });
    if (write) write(pack.folder().path().resolve("lexicon/" + language + ".points.yaml"), text);
  }

  private static List<String> observed(Observation observation) {
    var names = new ArrayList<>(observation.cues());
    for (Signal signal : SignalCatalog.STANDARD.all()) {
      if (signal.type() == Signal.Type.FLAG
          && signal.cost() == Signal.Cost.TEXT
          && !signal.name().equals(DISGUISE)
          && observation.flag(SignalCatalog.STANDARD.slot(signal.name())) == Truth.TRUE)
        names.add(signal.name());
    }
    return names;
  }

  private static void write(String score, SortedMap<String, Integer> points, StringBuilder text) {
    text.append("  ").append(score).append(":\n");
    points.forEach(
        (name, value) ->
            text.append("    ")
                .append(name.equals(PointsFit.BASE) ? BASE : name)
                .append(": ")
                .append(value)
                .append('\n'));
  }

  private static void write(Path file, StringBuilder text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new EnvironmentFault("cannot write `%s`: %s".formatted(file, e.getMessage()));
    }
  }

  /** By threshold, what would be found and what would be found amiss, functionality left out. */
  private static Table table(String language, String score, List<PointsFit.Outside> outside) {
    var table = new Table(language + " " + score, "found", "amiss");
    for (int threshold : THRESHOLDS) {
      table.row(
          ">= " + threshold, share(outside, threshold, true), share(outside, threshold, false));
    }
    return table;
  }

  private static String share(List<PointsFit.Outside> outside, int threshold, boolean is) {
    List<PointsFit.Outside> of = outside.stream().filter(o -> o.example().is() == is).toList();
    long over = of.stream().filter(o -> o.score() >= threshold).count();
    return String.format(Locale.ROOT, "%.3f", new Proportion(over, of.size()).value());
  }
}
