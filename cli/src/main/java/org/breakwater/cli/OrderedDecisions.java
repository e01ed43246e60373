package org.breakwater.cli;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on batches with many threads and hands results on in the order of input. At most {@value
 * #BATCHES_PER_THREAD} batches a thread are under way, so memory is bounded whatever the input.
 */
final class OrderedDecisions<B, R> {
  private static final int BATCHES_PER_THREAD = 4;

  private final int threads;
  private final Function<B, R> work;
  private final Consumer<R> sink;
  private final ArrayDeque<Future<R>> underWay = new ArrayDeque<>();

  /**
   * @param work called by many threads at once
   * @param sink called by the caller's thread only
   */
  OrderedDecisions(int threads, Function<B, R> work, Consumer<R> sink) {
    this.threads = threads;
    this.work = work;
    this.sink = sink;
  }

  /** Where batches come from. */
  @FunctionalInterface
  interface Batches<B> {
    /** The next batch; empty at the end. */
    Optional<B> next();
  }

  /** Runs to the end, or to the first failure of source, work or sink, which is thrown. */
  void run(Batches<B> source) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (var batch = source.next(); batch.isPresent(); batch = source.next()) {
        B next = batch.get();
        underWay.add(pool.submit(() -> work.apply(next)));
        if (underWay.size() >= threads * BATCHES_PER_THREAD) sink.accept(oldest());
      }
      while (!underWay.isEmpty()) sink.accept(oldest());
    } finally {
      pool.shutdownNow();
    }
  }

  private R oldest() {
    try {
      return underWay.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EnvironmentFault("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) throw fault;
      throw new IllegalStateException(e.getCause());
    }
  }

  /** How many threads to use when nobody says: one for each core. */
  static int threadsByDefault() {
    return Runtime.getRuntime().availableProcessors();
  }
}
