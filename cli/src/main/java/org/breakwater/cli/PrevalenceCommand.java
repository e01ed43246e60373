package org.breakwater.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.breakwater.measure.prevalence.Drawn;
import org.breakwater.measure.prevalence.Prevalence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bw prevalence}: how much of all there is breaks the rules, from a labelled sample. */
@Command(
    name = "prevalence",
    headerHeading =
        """
        Examples:
          bw prevalence labelled.jsonl
          bw prevalence --json labelled.jsonl

        """,
    description = {
      "Estimate how many of all posts are prohibited, and how many of those were left up.",
      "FILE is what GET /v1/samples gives out, with a member `prohibited` (true or false) that a"
          + " person added to each post."
    },
    footer =
        """

        Intervals are of 95 %. Exit: 0 all well, 1 some lines refused, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
final class PrevalenceCommand implements Callable<Integer> {
  /** Of fewer posts nothing is said by language. */
  private static final int SHOWN_MIN = 11;

  private static final String ALL = "all";
  private static final String OTHERS = "others";
  private static final String LABEL = "prohibited";

  private final Terminal terminal;
  private final List<Labelled> sample = new ArrayList<>();
  private boolean refused;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Labelled samples; gzip or plain.")
  private List<String> files = List.of();

  @Option(names = "--json", description = "One JSON object a language.")
  private boolean json;

  /**
   * @param isLeftUp whether the machine let it be
   */
  private record Labelled(double probability, String lang, boolean isProhibited, boolean isLeftUp) {
    Drawn prohibited() {
      return new Drawn(probability, lang, isProhibited);
    }

    Drawn missed() {
      return new Drawn(probability, lang, isProhibited && isLeftUp);
    }
  }

  PrevalenceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    for (InputFile file : InputFile.all(files, terminal)) read(file);
    var table =
        new Table("", "drawn", "stand for", "prohibited", "of 100,000", "95 %", "left up", "95 %");
    groups().forEach((name, group) -> show(name, group, table));
    if (!json) terminal.out().text(table.print(terminal.columns()));
    return (refused ? Exit.SOME_REFUSED : Exit.ALL_WELL).code();
  }

  private void read(InputFile file) {
    try (InputFile.Opened opened = file.open(terminal.in())) {
      var lines = new Lines(file.name(), opened.plain());
      for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next())
        read(line.get());
    } catch (IOException e) {
      throw new EnvironmentFault("cannot read `%s`: %s".formatted(file.name(), e.getMessage()));
    }
  }

  private void read(Line line) {
    switch (line) {
      case Line.TooLong _ -> refuse(line, "is longer than 1 MiB");
      case Line.Whole whole ->
          Json.object(whole.bytes())
              .ifPresentOrElse(post -> read(line, post), () -> refuse(line, "is no JSON object"));
    }
  }

  private void read(Line line, JsonNode post) {
    // How many there were in a stratum; no post.
    if (post.has("events")) return;
    JsonNode probability = post.path("probability");
    boolean fits = probability.isNumber() && probability.asDouble() > 0;
    if (!fits || probability.asDouble() > 1) refuse(line, "`probability` must lie in (0, 1]");
    else if (!post.path(LABEL).isBoolean()) refuse(line, "`prohibited` must be true or false");
    else if (!post.path("outcome").isTextual()) refuse(line, "`outcome` must be text");
    else
      sample.add(
          new Labelled(
              probability.asDouble(),
              post.path("lang").asText("und"),
              post.path(LABEL).asBoolean(),
              post.path("outcome").asText().startsWith("allow")));
  }

  private void refuse(Line line, String why) {
    refused = true;
    terminal.err().println(line.place() + ": " + why);
  }

  private Map<String, List<Labelled>> groups() {
    Map<String, List<Labelled>> byLanguage =
        sample.stream()
            .collect(Collectors.groupingBy(Labelled::lang, TreeMap::new, Collectors.toList()));
    Map<String, List<Labelled>> groups = new LinkedHashMap<>();
    List<Labelled> others = new ArrayList<>();
    byLanguage.forEach(
        (lang, group) -> {
          if (group.size() >= SHOWN_MIN) groups.put(lang, group);
          else others.addAll(group);
        });
    if (!others.isEmpty()) groups.put(OTHERS, others);
    groups.put(ALL, sample);
    return groups;
  }

  private void show(String name, List<Labelled> group, Table table) {
    Prevalence all = Prevalence.of(group.stream().map(Labelled::prohibited).toList());
    Prevalence missed = Prevalence.of(group.stream().map(Labelled::missed).toList());
    if (json) {
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("lang", name);
      members.put(LABEL, all);
      members.put("leftUp", missed);
      terminal.out().line(Json.line(members));
    } else {
      table.row(
          name,
          Integer.toString(all.drawn()),
          "%,.0f".formatted(all.events()),
          Integer.toString(all.counted()),
          per(all.share()),
          per(all.interval().low()) + " … " + per(all.interval().high()),
          per(missed.share()),
          per(missed.interval().low()) + " … " + per(missed.interval().high()));
    }
  }

  private static String per(double share) {
    return Double.isNaN(share)
        ? Table.NOTHING
        : String.format(Locale.ROOT, "%.1f", share * 100_000);
  }
}
