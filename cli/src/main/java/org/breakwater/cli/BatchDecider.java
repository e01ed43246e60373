package org.breakwater.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.breakwater.engine.Engine;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.decision.Decision;

/** Reads, decides and prints a batch of lines. Used by many threads at once. */
final class BatchDecider implements Function<List<Line>, BatchDecider.Decided> {
  private final PostReader reader;
  private final Engine engine;
  private final DecisionForm form;
  private final Function<ContentEvent, Instant> clock;

  /**
   * @param clock gives the time of judgement
   */
  BatchDecider(
      PostReader reader, Engine engine, DecisionForm form, Function<ContentEvent, Instant> clock) {
    this.reader = reader;
    this.engine = engine;
    this.form = form;
    this.clock = clock;
  }

  /**
   * What became of a batch.
   *
   * @param results for standard output
   * @param diagnostics one line for each thing wrong, in order
   */
  @SuppressWarnings("ArrayRecordComponent") // handed from worker to printer, compared nowhere
  record Decided(byte[] results, List<String> diagnostics, Tally tally) {}

  /** What stands above all results. */
  String header() {
    return form.header();
  }

  @Override
  public Decided apply(List<Line> lines) {
    var out = new StringBuilder();
    var diagnostics = new ArrayList<String>();
    var tally = new Tally();
    for (Line line : lines) {
      switch (reader.read(line)) {
        case PostReader.Accepted(ContentEvent event, List<String> ignored) -> {
          tally.ignored(ignored);
          tally.decided(decide(event, out));
        }
        case PostReader.Refused(List<String> faults) -> {
          tally.refuse();
          faults.forEach(fault -> diagnostics.add(line.place() + ": " + fault));
        }
        case PostReader.Blank _ -> {}
      }
    }
    return new Decided(out.toString().getBytes(StandardCharsets.UTF_8), diagnostics, tally);
  }

  private Decision decide(ContentEvent event, StringBuilder out) {
    var post = new Post(event, clock.apply(event));
    Verdict verdict = engine.decide(event, post.at());
    form.print(post, verdict, out);
    return verdict.decision();
  }
}
