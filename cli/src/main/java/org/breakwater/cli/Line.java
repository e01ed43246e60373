package org.breakwater.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One line of input. */
sealed interface Line {
  /** Longest line that is read, without its end. */
  int BYTES_MAX = 1 << 20;

  /** Name of its file as the user wrote it. */
  String file();

  /** Its number in the file, counted from 1. */
  long number();

  /** What it costs to hold it, in bytes. */
  int size();

  /** Where it stands, for diagnostics. */
  default String place() {
    return file() + ":" + number();
  }

  /**
   * A line of at most {@link #BYTES_MAX} bytes.
   *
   * @param bytes without the end of the line; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere; copying a million lines costs
  record Whole(String file, long number, byte[] bytes) implements Line {
    @Override
    public int size() {
      return bytes.length;
    }

    /** The text; empty when the bytes are not UTF-8. */
    Optional<String> text() {
      try {
        return Optional.of(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (CharacterCodingException e) {
        return Optional.empty();
      }
    }
  }

  /** A longer line, of which nothing was kept. */
  record TooLong(String file, long number) implements Line {
    @Override
    public int size() {
      return 0;
    }
  }
}
