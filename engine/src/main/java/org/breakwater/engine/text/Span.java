package org.breakwater.engine.text;

/**
 * A range of one field of an event.
 *
 * @param field path of the field, such as {@code text}, {@code context/title} or {@code
 *     mediaText/0}
 * @param start UTF-16 offset of the first character
 * @param end UTF-16 offset after the last character; never before {@code start}
 */
public record Span(String field, int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0 || end < start)
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
  }

  @Override
  public int compareTo(Span other) {
    int byField = field.compareTo(other.field);
    if (byField != 0) return byField;
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
