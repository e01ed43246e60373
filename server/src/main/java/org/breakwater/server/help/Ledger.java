package org.breakwater.server.help;

import java.time.LocalDate;
import java.util.List;
import org.breakwater.store.decision.HelpCounts;
import org.breakwater.store.decision.HelpCounts.Count;
import org.breakwater.store.decision.HelpTrials;
import org.breakwater.store.decision.HelpTrials.Registered;

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
    };
  }
}
