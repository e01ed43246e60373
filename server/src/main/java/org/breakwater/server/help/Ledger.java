package org.breakwater.server.help;

import java.time.LocalDate;
import java.util.List;
import org.breakwater.store.decision.HelpCounts;
import org.breakwater.store.decision.HelpCounts.Count;
import org.breakwater.store.decision.HelpTrials;
import org.breakwater.store.decision.HelpTrials.Registered;
import org.breakwater.store.decision.HelpTrials.Stopped;

/** Where trials and counts are kept. */
public interface Ledger {
  /** Adds to the counts. */
  void add(List<Count> some);

  /** The counts of those days. */
  List<Count> between(LocalDate first, LocalDate last);

  /** Registers a trial; false when there is one of that name. */
  boolean register(Registered trial);

  /** All trials, oldest first. */
  List<Registered> registered();

  /** Ends a trial; false when it was ended before. */
  boolean stop(Stopped stopped);

  /** All trials that were ended before their time. */
  List<Stopped> stopped();

  /** In the database. */
  static Ledger in(HelpTrials trials, HelpCounts counts) {
    return new Ledger() {
      @Override
      public void add(List<Count> some) {
        counts.add(some);
      }

      @Override
      public List<Count> between(LocalDate first, LocalDate last) {
        return counts.between(first, last);
      }

      @Override
      public boolean register(Registered trial) {
        return trials.register(trial);
      }

      @Override
      public List<Registered> registered() {
        return trials.all();
      }

      @Override
      public boolean stop(Stopped stopped) {
        return trials.stop(stopped);
      }

      @Override
      public List<Stopped> stopped() {
        return trials.stopped();
      }
    };
  }
}
