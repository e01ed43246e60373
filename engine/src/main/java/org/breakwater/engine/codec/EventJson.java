package org.breakwater.engine.codec;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.content.ContentEvent;

/** Reads one content event from one line of JSON. */
public final class EventJson {
  /** The longest line that is read: 1 MiB of UTF-8. */
  public static final int LINE_BYTES_MAX = 1 << 20;

  /** How deeply objects and arrays may be nested, the event itself included. */
  public static final int DEPTH_MAX = 16;

  private EventJson() {}

  /** What became of one line. */
  public sealed interface Read {
    /**
     * An event, complete and within all bounds.
     *
     * @param ignored paths of the members the contract does not know, such as {@code author.nick},
     *     in the order of the line
     * @param extras their values by path, as String, Boolean, Long, BigInteger, Double, List or
     *     Map; a null anywhere in them counts as absent
     */
    record Accepted(ContentEvent event, List<String> ignored, Map<String, Object> extras)
        implements Read {
      public Accepted {
        ignored = List.copyOf(ignored);
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
      }
    }

    /**
     * No event.
     *
     * @param faults at least one; all that could be found, in the order of the line, what is
     *     missing last
     */
    record Rejected(List<Fault> faults) implements Read {
      public Rejected {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * Why a line is no event.
   *
   * @param member path of the member, such as {@code author.kind} or {@code mediaText/0}; {@code
   *     event} where the line as a whole is meant
   * @param reason what is wrong, lower case, for the person who sent it
   */
  public record Fault(String member, String reason) {
    @Override
    public String toString() {
      return member + ": " + reason;
    }
  }

  /** Reads a line of UTF-8 without its line end. */
  public static Read read(byte[] line) {
    return line.length > LINE_BYTES_MAX ? tooLong() : EventReader.read(line);
  }

  /** Reads a line without its line end. */
  public static Read read(String line) {
    if (line.length() > LINE_BYTES_MAX) return tooLong();
    return read(line.getBytes(StandardCharsets.UTF_8));
  }

  private static Read tooLong() {
    return new Read.Rejected(List.of(new Fault("event", "is longer than 1 MiB")));
  }
}
