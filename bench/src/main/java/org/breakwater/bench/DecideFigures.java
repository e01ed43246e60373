package org.breakwater.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.breakwater.engine.Engine;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.signal.LexiconIndex;
import org.breakwater.engine.signal.Observer;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.Folding;

/**
 * What deciding posts costs: medians over pairs of blocks, in nanoseconds of CPU time a post.
 *
 * @param ratio the median of decide ÷ parse within each pair
 * @param parse the event bound to a record by Jackson
 * @param decide the whole decision with reason and evidence, folding included
 * @param observe all signals of the event, folding included
 * @param fold the event's text folded
 * @param match the lexicon's phrases found in the folded text
 */
record DecideFigures(
    Posts posts,
    int pairs,
    double ratio,
    double parse,
    double decide,
    double observe,
    double fold,
    double match) {

  /** How long and how often is measured. */
  record Effort(int pairs, int warmUpMillis, int blockMillis) {}

  static DecideFigures measure(Posts posts, PolicyVersion version, Effort effort) {
    List<Stage> stages = stages(posts, version);
    var rounds = new int[stages.size()];
    for (int stage = 0; stage < rounds.length; stage++) {
      rounds[stage] = warmUp(stages.get(stage), posts.size(), effort);
    }
    List<double[]> blocks = new ArrayList<>();
    for (int pair = 0; pair < effort.pairs(); pair++) {
      var nanos = new double[rounds.length];
      // The order turns with each pair, so that none is always measured on a colder machine.
      for (int i = 0; i < rounds.length; i++) {
        int stage = (i + pair) % rounds.length;
        nanos[stage] = stages.get(stage).nanosOver(posts.size(), rounds[stage]);
      }
      blocks.add(nanos);
    }
    return new DecideFigures(
        posts,
        effort.pairs(),
        median(blocks, block -> block[1] / block[0]),
        median(blocks, block -> block[0]),
        median(blocks, block -> block[1]),
        median(blocks, block -> block[2]),
        median(blocks, block -> block[3]),
        median(blocks, block -> block[4]));
  }

  /** Posts decided in a second by one core that does nothing else. */
  double postsPerSecond() {
    return 1e9 / decide;
  }

  /** Parse, decide, observe, fold, match. */
  private static List<Stage> stages(Posts posts, PolicyVersion version) {
    var engine = new Engine(List.of(version));
    var observer = new Observer(version.lexicon());
    LexiconIndex index = LexiconIndex.of(version.lexicon());
    List<FoldedText> folded =
        posts.events().stream().map(event -> Folding.fold("text", event.text())).toList();
    List<ContentEvent> events = posts.events();
    return List.of(
        new Stage("parse", post -> EventRecord.parse(posts.json().get(post)).text().length()),
        new Stage(
            "decide",
            post -> {
              ContentEvent event = events.get(post);
              return engine.decide(event, engine.timeOf(event)).decision().reason().length();
            }),
        new Stage(
            "observe",
            post -> {
              ContentEvent event = events.get(post);
              return observer.observe(event, engine.timeOf(event)).lang().length();
            }),
        new Stage("fold", post -> Folding.fold("text", events.get(post).text()).size()),
        new Stage("match", post -> index.find(folded.get(post)).plain().size()));
  }

  /** Runs a stage until it is warm; returns the rounds that fill a block. */
  private static int warmUp(Stage stage, int posts, Effort effort) {
    double spent = 0;
    double nanos = 1;
    while (spent < effort.warmUpMillis() * 1e6) {
      nanos = stage.nanosOver(posts, 1);
      spent += Math.max(1, nanos * posts);
    }
    return (int) Math.max(1, Math.ceil(effort.blockMillis() * 1e6 / Math.max(1, nanos * posts)));
  }

  static double median(List<double[]> blocks, ToDoubleFunction<double[]> figure) {
    double[] sorted = blocks.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    double upper = sorted[middle];
    return sorted.length % 2 == 1 ? upper : (sorted[middle - 1] + upper) / 2;
  }
}
