package org.breakwater.bench;

import java.util.concurrent.locks.LockSupport;

/** Waits; an interrupted wait ends early and is seen by whoever asks the thread. */
final class Pause {
  private Pause() {}

  static void ms(long ms) {
    LockSupport.parkNanos(ms * 1_000_000);
  }
}
