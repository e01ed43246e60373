package org.breakwater.server.trace;

/** One request. */
public interface Trace {
  /** What is not traced. */
  Trace NONE =
      new Trace() {
        @Override
        public void stage(String name, long began, long ended) {}

        @Override
        public void end(int status) {}
      };

  /**
   * A part of it.
   *
   * @param began by {@link System#nanoTime}
   * @param ended likewise
   */
  void stage(String name, long began, long ended);

  /**
   * Its end.
   *
   * @param status of the answer
   */
  void end(int status);
}
