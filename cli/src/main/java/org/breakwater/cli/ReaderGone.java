package org.breakwater.cli;

/** Whoever read standard output has gone, as {@code head} does: the verb ends quietly. */
final class ReaderGone extends RuntimeException {
  ReaderGone() {
    super("nobody reads standard output any more");
  }
}
