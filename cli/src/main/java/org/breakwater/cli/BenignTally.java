package org.breakwater.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.breakwater.engine.Engine;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.measure.baseline.KeywordList;
import org.breakwater.measure.licence.Removal;

/** What became of benign posts; the sum of several is that of all their posts. */
final class BenignTally {
  private static final int READABLE_MAX = 0x3;

  private final Map<Outcome, Long> outcomes = new TreeMap<>();
  private final List<Flagged> flagged = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private long unread;
  private long keywords;

  /**
   * A post that was not left alone.
   *
   * @param mayBeRead whether those who write rules may look at it; figures for a licence count the
   *     others
   */
  record Flagged(ContentEvent event, Decision decision, boolean mayBeRead) {
    /** The removal it is, for a licence. */
    Removal removal() {
      return new Removal(decision.clauses(), decision.lang(), event.surface(), false);
    }
  }

  /** Decides batches of lines with an engine. */
  static Function<LineBatches.Batch, BenignTally> decider(PostReader reader, Engine engine) {
    return batch -> {
      var tally = new BenignTally();
      for (Line line : batch.lines()) {
        switch (reader.read(line)) {
          case PostReader.Accepted(ContentEvent event, _) ->
              tally.take(event, engine.decide(event, engine.timeOf(event)).decision());
          case PostReader.Refused(List<String> found) ->
              found.forEach(fault -> tally.faults.add(Screen.line(line.place() + ": " + fault)));
          case PostReader.Blank _ -> {}
        }
      }
      return tally;
    };
  }

  private void take(ContentEvent event, Decision decision) {
    boolean mayBeRead = mayBeRead(event.text());
    outcomes.merge(decision.outcome(), 1L, Long::sum);
    if (!mayBeRead) unread++;
    if (KeywordList.flags(event.text())) keywords++;
    switch (decision.outcome()) {
      case ALLOW, ALLOW_WITH_RESOURCES -> {}
      case REVIEW, REMOVE, ESCALATE -> flagged.add(new Flagged(event, decision, mayBeRead));
    }
  }

  /**
   * Whether a line is in the quarter that may be read for ideas: its SHA-256 ends in hex 0 to 3.
   * The other three quarters are kept unread, so that figures on them stay honest.
   */
  static boolean mayBeRead(String line) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
      return (hash[hash.length - 1] & 0xF) <= READABLE_MAX;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void add(BenignTally other) {
    other.outcomes.forEach((outcome, n) -> outcomes.merge(outcome, n, Long::sum));
    flagged.addAll(other.flagged);
    faults.addAll(other.faults);
    unread += other.unread;
    keywords += other.keywords;
  }

  /** All posts decided. */
  long posts() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Posts among them that nobody who writes rules may read. */
  long unread() {
    return unread;
  }

  /** Posts that the naive keyword list flags. */
  long keywords() {
    return keywords;
  }

  /** What was wrong with lines, each with its place. */
  List<String> faults() {
    return faults;
  }

  /** Posts with one of the outcomes, in the order of input. */
  List<Flagged> flagged(Outcome... any) {
    List<Outcome> wanted = List.of(any);
    return flagged.stream().filter(one -> wanted.contains(one.decision().outcome())).toList();
  }
}
