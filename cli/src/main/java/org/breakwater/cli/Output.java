package org.breakwater.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Standard output in UTF-8 that notices, unlike a print stream, when writing fails. */
final class Output {
  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream stream;

  Output(OutputStream stream) {
    this.stream = new BufferedOutputStream(stream, BUFFER_BYTES);
  }

  /**
   * Writes one line.
   *
   * @throws ReaderGone if the pipe is broken
   * @throws EnvironmentFault if writing fails otherwise
   */
  void line(String text) {
    bytes((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes text that ends its own lines; throws as {@link #line}. */
  void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes as they are; throws as {@link #line}. */
  void bytes(byte[] bytes) {
    try {
      stream.write(bytes);
    } catch (IOException e) {
      throw faultOf(e);
    }
  }

  /** Hands everything on; throws as {@link #line}. */
  void flush() {
    try {
      stream.flush();
    } catch (IOException e) {
      throw faultOf(e);
    }
  }

  private static RuntimeException faultOf(IOException e) {
    String message = Optional.ofNullable(e.getMessage()).orElse("input/output error");
    String lower = message.toLowerCase(Locale.ROOT);
    boolean readerGone = lower.contains("broken pipe") || lower.contains("pipe closed");
    return readerGone ? new ReaderGone() : new EnvironmentFault("standard output: " + message);
  }
}
