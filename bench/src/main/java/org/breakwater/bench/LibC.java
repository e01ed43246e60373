package org.breakwater.bench;

import java.lang.foreign.MemorySegment;

/**
 * Calls of the C library, whose faults are negative numbers. Public because the JDK makes instances
 * of public interfaces only.
 */
public final class LibC {
  private LibC() {}

  /** open(2). */
  public interface Open {
    int call(MemorySegment path, int flags);
  }

  /** ioctl(2). */
  public interface Ioctl {
    int call(int file, long request, MemorySegment argument);
  }

  /** close(2). */
  public interface Close {
    int call(int file);
  }
}
