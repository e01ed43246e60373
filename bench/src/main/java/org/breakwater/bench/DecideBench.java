package org.breakwater.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.breakwater.engine.policy.PolicyVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bw bench decide}: a decision against the Jackson parse of the same event. */
@Command(
    name = "decide",
    headerHeading =
        """
        Examples:
          bw bench decide
          bw bench decide --json --traffic DIR

        """,
    description = {
      "Measures the CPU time of a whole decision against that of binding the same event to a record"
          + " with Jackson: pairs of blocks in one run, medians.",
      "Fold and match are parts of observe, observe is a part of decide."
    },
    mixinStandardHelpOptions = true)
final class DecideBench implements Callable<Integer> {
  @Option(names = "--json", description = "Prints one JSON object instead of a table.")
  private boolean json;

  @Option(
      names = "--traffic",
      paramLabel = "DIR",
      description = "Measures every tenth line of the folder's *.txt as well.")
  private String traffic = "";

  @Option(names = "--pack", paramLabel = "DIR", description = "The pack to decide with.")
  private String pack = "";

  @Option(
      names = "--posts",
      paramLabel = "N",
      description = "Posts of each kind, at most; default ${DEFAULT-VALUE}.")
  private int posts = 5_000;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "Pairs of blocks; default ${DEFAULT-VALUE}.")
  private int pairs = 15;

  @Option(
      names = "--block",
      paramLabel = "MS",
      description = "CPU time of a block, at least; default ${DEFAULT-VALUE} ms.")
  private int blockMillis = 100;

  @Option(
      names = "--warm-up",
      paramLabel = "MS",
      description = "CPU time each part runs before it is measured; default ${DEFAULT-VALUE} ms.")
  private int warmUpMillis = 3_000;

  private final PrintWriter out;

  DecideBench(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    var effort = new DecideFigures.Effort(pairs, warmUpMillis, blockMillis);
    Path folder = PackFiles.folder(pack);
    PolicyVersion version = PackFiles.version(folder);
    var figures = new ArrayList<DecideFigures>();
    figures.add(DecideFigures.measure(Posts.ofCases(folder, posts), version, effort));
    if (!traffic.isEmpty())
      figures.add(DecideFigures.measure(Posts.ofTraffic(Path.of(traffic), posts), version, effort));
    out.println(json ? object(figures) : table(figures));
    out.flush();
    return 0;
  }

  private static String table(List<DecideFigures> all) {
    var table = new StringBuilder("CPU time, ns a post, medians of pairs of blocks\n\n");
    table.append(
        "posts                                bytes  parse  decide  ratio  observe   fold  match"
            + "  posts/s a core\n");
    for (DecideFigures figures : all) {
      table.append(
          String.format(
              Locale.ROOT,
              "%5d %-30s %5.0f %6.0f %7.0f %6.2f %8.0f %6.0f %6.0f %15.0f%n",
              figures.posts().size(),
              figures.posts().name(),
              figures.posts().meanBytes(),
              figures.parse(),
              figures.decide(),
              figures.ratio(),
              figures.observe(),
              figures.fold(),
              figures.match(),
              figures.postsPerSecond()));
    }
    return table.toString().stripTrailing();
  }

  /** Times are those of real traffic where it was measured, else those of the cases. */
  private static String object(List<DecideFigures> all) {
    DecideFigures last = all.getLast();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("decide_over_parse_cases", rounded(all.getFirst().ratio()));
    members.put("decide_over_parse_traffic", all.size() > 1 ? rounded(last.ratio()) : null);
    members.put("posts_per_second_per_core", Math.round(last.postsPerSecond()));
    members.put("parse_ns", Math.round(last.parse()));
    members.put("decide_ns", Math.round(last.decide()));
    members.put("observe_ns", Math.round(last.observe()));
    members.put("fold_ns", Math.round(last.fold()));
    members.put("match_ns", Math.round(last.match()));
    members.put("posts", all.stream().mapToInt(figures -> figures.posts().size()).sum());
    members.put("pairs", last.pairs());
    try {
      return new JsonMapper().writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures cannot be written", e);
    }
  }

  private static double rounded(double ratio) {
    return Math.round(ratio * 1e4) / 1e4;
  }
}
