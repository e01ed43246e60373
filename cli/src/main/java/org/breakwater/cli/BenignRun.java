package org.breakwater.cli;

import java.util.List;
import org.breakwater.engine.Engine;

/**
 * Benign posts decided, file after file, in bounded memory: files named {@code .jsonl} hold events,
 * others one post a line.
 */
record BenignRun(Engine engine, PostOptions postOptions, Terminal terminal) {

  /**
   * Decides all posts.
   *
   * @throws EnvironmentFault if a file cannot be read
   */
  BenignTally over(List<String> names) {
    var tally = new BenignTally();
    for (InputFile file : InputFile.all(names, terminal)) {
      boolean isJson = file.name().replaceFirst("\\.gz$", "").endsWith(".jsonl");
      var batches = new LineBatches(List.of(file), terminal.in());
      new OrderedDecisions<>(
              OrderedDecisions.threadsByDefault(),
              BenignTally.decider(new PostReader(!isJson, postOptions), engine),
              tally::add)
          .run(batches);
      if (!batches.fault().isEmpty()) throw new EnvironmentFault(batches.fault());
    }
    tally.faults().forEach(terminal.err()::println);
    return tally;
  }
}
