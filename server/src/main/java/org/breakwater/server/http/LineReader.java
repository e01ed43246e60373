package org.breakwater.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.breakwater.engine.codec.EventJson;

/** Cuts a stream of bytes into lines, of which none fills the memory. */
final class LineReader {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 14];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int from;
  private int to;
  private boolean tooLong;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Reads the next line; false when there is none. A last line needs no line end. */
  boolean next() throws IOException {
    line.reset();
    tooLong = false;
    boolean any = false;
    while (from < to || fill()) {
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') end++;
      take(end);
      if (end < to) {
        from = end + 1;
        return true;
      }
      from = end;
    }
    return any;
  }

  private void take(int end) {
    tooLong |= line.size() + end - from > EventJson.LINE_BYTES_MAX;
    if (!tooLong) line.write(buffer, from, end - from);
  }

  private boolean fill() throws IOException {
    from = 0;
    to = in.read(buffer);
    return to > 0;
  }

  /** Whether the line was longer than an event may be; it is then not kept. */
  boolean isTooLong() {
    return tooLong;
  }

  byte[] line() {
    return line.toByteArray();
  }
}
