package org.breakwater.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntUnaryOperator;

/**
 * One thing done to each of a row of posts.
 *
 * @param work takes the place of a post and returns a number that depends on what was done, so that
 *     the work cannot be left out
 */
record Stage(String name, IntUnaryOperator work) {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** CPU time of this thread for each post, in nanoseconds, over so many rounds of all posts. */
  double nanosOver(int posts, int rounds) {
    int sum = 0;
    long start = CPU.getCurrentThreadCpuTime();
    for (int round = 0; round < rounds; round++) {
      for (int post = 0; post < posts; post++) sum += work.applyAsInt(post);
    }
    long taken = CPU.getCurrentThreadCpuTime() - start;
    // Never true of real sums, but only we know that.
    if (sum == Integer.MIN_VALUE + 7) throw new IllegalStateException("sum of " + name);
    return (double) taken / ((long) posts * rounds);
  }
}
