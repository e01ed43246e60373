package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.List;

/** Reads the rows of digits out of a text, in one pass, whatever the digits are written with. */
final class DigitRuns {
  private static final String PLAIN_SEPARATORS = " \u00A0\u202F-\u2010\u2011\u2013\u2014.()_*·•~";
  private static final String LOOSE_SEPARATORS = PLAIN_SEPARATORS + ",;:/|'`\"=";

  /** Between two groups at most {@code " - "}; between single digits a little more. */
  private static final int PLAIN_GAP_MAX = 3;

  private static final int LOOSE_GAP_MAX = 5;

  static final int DIGITS_MIN = 7;

  private final String text;
  private final List<DigitRun> runs = new ArrayList<>(2);
  private final List<String> groups = new ArrayList<>(4);
  private final StringBuilder separators = new StringBuilder();
  private int start;
  private int end;
  private int digits;
  private boolean international;
  private boolean disguised;

  private DigitRuns(String text) {
    this.text = text;
  }

  /** All rows of seven digits or more, in order. */
  static List<DigitRun> in(String text) {
    var reader = new DigitRuns(text);
    reader.read();
    return reader.runs;
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      if (!isPart(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      int chunkEnd = endOfChunk(at);
      var chunk = new StringBuilder();
      boolean chunkDisguised = readChunk(at, chunkEnd, chunk);
      if (chunk.isEmpty()) close();
      else append(chunk.toString(), at, chunkEnd, chunkDisguised);
      at = chunkEnd;
    }
    close();
  }

  private int endOfChunk(int from) {
    int at = from;
    while (at < text.length() && isPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** Puts the digits of a chunk into {@code into}, none when it holds anything else. */
  private boolean readChunk(int from, int to, StringBuilder into) {
    boolean hidden = false;
    boolean real = false;
    for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
      int codePoint = text.codePointAt(at);
      if (isInvisible(codePoint)) {
        hidden |= codePoint != 0xFE0F;
        continue;
      }
      int digit = digitOf(codePoint);
      int letter = digit < 0 ? digitAlike(codePoint) : -1;
      if (digit < 0 && letter < 0) {
        into.setLength(0);
        return false;
      }
      real |= digit >= 0;
      hidden |= letter >= 0 || isDressed(codePoint);
      into.append((char) ('0' + Math.max(digit, letter)));
    }
    if (!real) into.setLength(0);
    return hidden;
  }

  private void append(String group, int from, int to, boolean hidden) {
    boolean plus = hasPlusBefore(from);
    if (!groups.isEmpty() && (plus || isComplete(group) || !joins(group, from))) close();
    if (groups.isEmpty()) {
      start = plus ? text.lastIndexOf('+', from) : from;
      international = plus || group.startsWith("00");
    }
    groups.add(group);
    digits += group.length();
    disguised |= hidden;
    end = to;
  }

  /** A number whose last four digits have been read, so that what follows is another one. */
  private boolean isComplete(String next) {
    return digits >= 10
        && groups.size() >= 3
        && groups.getLast().length() == 4
        && next.length() > 1;
  }

  private boolean hasPlusBefore(int from) {
    int at = from - 1;
    while (at >= 0 && from - at <= 2 && (text.charAt(at) == ' ' || text.charAt(at) == '(')) at--;
    return at >= 0 && text.charAt(at) == '+';
  }

  private boolean joins(String group, int from) {
    boolean single = group.length() == 1 && groups.getLast().length() == 1;
    int gap = from - end;
    if (gap > (single ? LOOSE_GAP_MAX : PLAIN_GAP_MAX)) return false;
    String allowed = single ? LOOSE_SEPARATORS : PLAIN_SEPARATORS;
    for (int at = end; at < from; at++) {
      if (allowed.indexOf(text.charAt(at)) < 0) return false;
    }
    if (!single && text.charAt(end) == '.' && gap > 1) return false;
    note(from);
    return true;
  }

  private void note(int from) {
    for (int at = end; at < from; at++) {
      String separator = String.valueOf(text.charAt(at));
      if (separators.indexOf(separator) < 0) separators.append(separator);
    }
  }

  private void close() {
    if (digits >= DIGITS_MIN) {
      runs.add(new DigitRun(start, end, groups, separators.toString(), international, disguised));
    }
    groups.clear();
    separators.setLength(0);
    digits = 0;
    disguised = false;
    international = false;
  }

  /** Letters and digits of every script, and what glues emoji and invisible characters to them. */
  private static boolean isPart(int codePoint) {
    if (codePoint < 0x80) return Character.isLetterOrDigit(codePoint) || codePoint == '@';
    return Character.isLetterOrDigit(codePoint) || isInvisible(codePoint) || isDressed(codePoint);
  }

  private static boolean isInvisible(int codePoint) {
    return codePoint == 0xFE0F
        || codePoint == 0x20E3
        || codePoint == 0x00AD
        || (codePoint >= 0x200B && codePoint <= 0x200F)
        || codePoint == 0x2060
        || codePoint == 0xFEFF;
  }

  /** The value of a digit of any script or of a circled one; -1 when it is none. */
  private static int digitOf(int codePoint) {
    if (codePoint >= 0x2460 && codePoint <= 0x2468) return codePoint - 0x245F;
    if (codePoint >= 0x2776 && codePoint <= 0x277E) return codePoint - 0x2775;
    if (codePoint == 0x24EA || codePoint == 0x24FF) return 0;
    return Character.isDigit(codePoint) ? Character.digit(codePoint, 10) : -1;
  }

  private static boolean isDressed(int codePoint) {
    return (codePoint >= 0x2460 && codePoint <= 0x2468)
        || (codePoint >= 0x2776 && codePoint <= 0x277E)
        || codePoint == 0x24EA
        || codePoint == 0x24FF
        || (codePoint >= 0x1D7CE && codePoint <= 0x1D7FF);
  }

  private static int digitAlike(int codePoint) {
    return switch (codePoint) {
      case 'o', 'O' -> 0;
      case 'l', 'I' -> 1;
      default -> -1;
    };
  }
}
