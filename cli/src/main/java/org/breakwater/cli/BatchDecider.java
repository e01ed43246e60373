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
final class BatchDecider implements Function<LineBatches.Batch, BatchDecider.Decided> {
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
   * @param bytesTaken of the input, up to the end of the batch
   */
  @SuppressWarnings("ArrayRecordComponent") // handed from worker to printer, compared nowhere
  record Decided(byte[] results, List<String> diagnostics, Tally tally, long bytesTaken) {}

  /** What stands above all results. */
  String header() {
    return form.header();
  }

  @Override
  public Decided apply(LineBatches.Batch batch) {
    var out = new StringBuilder();
    var diagnostics = new ArrayList<String>();
    var tally = new Tally();
    for (Line line : batch.lines()) {
      switch (reader.read(line)) {
        case PostReader.Accepted(ContentEvent event, List<String> ignored) -> {
          tally.ignored(ignored);
          tally.decided(decide(event, out));
        }
        case PostReader.Refused(List<String> faults) -> {
          tally.refuse();
          faults.forEach(fault -> diagnostics.add(Screen.line(line.place() + ": " + fault)));
        }
        case PostReader.Blank _ -> {}
      }
    }
    byte[] results = out.toString().getBytes(StandardCharsets.UTF_8);
    return new Decided(results, diagnostics, tally, batch.bytesTaken());
  }

  private Decision decide(ContentEvent event, StringBuilder out) {
    var post = new Post(event, clock.apply(event));
    Verdict verdict = engine.decide(event, post.at());
    form.print(post, verdict, out);
    return verdict.decision();
  }
}
