package org.breakwater.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream into lines, holding one line at a time. */
final class Lines {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String file;
  private final InputStream stream;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private int from;
  private int to;
  private long number;
  private boolean tooLong;

  Lines(String file, InputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  /** The next line, without {@code \n} or {@code \r\n}; empty at the end. */
  Optional<Line> next() throws IOException {
    pending.reset();
    tooLong = false;
    boolean any = false;
    while (fill()) {
      any = true;
      int end = endOfLine();
      keep(from, end);
      boolean complete = end < to;
      from = complete ? end + 1 : end;
      if (complete) break;
    }
    return any ? Optional.of(line()) : Optional.empty();
  }

  private boolean fill() throws IOException {
    if (from < to) return true;
    from = 0;
    to = Math.max(0, stream.read(buffer, 0, buffer.length));
    return to > 0;
  }

  private int endOfLine() {
    int at = from;
    while (at < to && buffer[at] != '\n') at++;
    return at;
  }

  private void keep(int start, int end) {
    // One byte more than a line may have: it can be the \r before the \n.
    if (pending.size() + (end - start) > Line.BYTES_MAX + 1) tooLong = true;
    if (!tooLong) pending.write(buffer, start, end - start);
  }

  private Line line() {
    number++;
    if (tooLong) return new Line.TooLong(file, number);
    byte[] bytes = pending.toByteArray();
    int length = bytes.length;
    if (length > 0 && bytes[length - 1] == '\r') length--;
    int start = number == 1 && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    if (length - start > Line.BYTES_MAX) return new Line.TooLong(file, number);
    return new Line.Whole(file, number, Arrays.copyOfRange(bytes, start, length));
  }

  private static boolean startsWithMark(byte[] bytes) {
    int length = BYTE_ORDER_MARK.length;
    return bytes.length >= length && Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, length);
  }
}
