package org.breakwater.engine.signal;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.engine.text.FoldedText;

/**
 * Blots out of a text whatever leads to somebody, and leaves a word for what stood there: what the
 * detectors of contacts see, and besides, in doubt too much, each word with an at sign or the marks
 * of a link, and each row of five digits or more. Names in plain words it does not know.
 */
final class Blots implements Sightings {
  private static final int DIGITS_MIN = 5;
  private static final int GAP_MAX = 3;
  private static final String BETWEEN_DIGITS =
      " \u00A0\u202F.,:()/_*\u00B7\u2022~+-\u2010\u2011\u2012\u2013\u2014";

  private static final Map<Integer, String> WORDS =
      Map.of(
          SignalCatalog.STANDARD.slot("contact.phone"), "[phone]",
          SignalCatalog.STANDARD.slot("contact.email"), "[email]",
          SignalCatalog.STANDARD.slot("contact.url"), "[link]",
          SignalCatalog.STANDARD.slot("contact.handle"), "[handle]");

  private final FoldedText text;
  private final String original;

  /** By offset, where a blot ends; the longest stands. */
  private final TreeMap<Integer, Blot> blots = new TreeMap<>();

  private record Blot(int end, String word) {}

  Blots(FoldedText text) {
    this.text = text;
    this.original = text.original();
  }

  @Override
  public void saw(int slot, int first, int last) {
    String word = WORDS.get(slot);
    if (word != null) blot(text.start(first), text.end(last), word);
  }

  @Override
  public void number(int slot, double value, int first, int last) {}

  @Override
  public void text(int slot, String value, int first, int last) {}

  private void blot(int start, int end, String word) {
    blots.merge(start, new Blot(end, word), (one, other) -> one.end() >= other.end() ? one : other);
  }

  /** What is left. */
  String text() {
    words();
    numbers();
    var left = new StringBuilder(original.length());
    int at = 0;
    for (Map.Entry<Integer, Blot> each : blots.entrySet()) {
      // One that begins within another only makes that longer.
      if (each.getKey() >= at)
        left.append(original, at, each.getKey()).append(each.getValue().word());
      at = Math.max(at, each.getValue().end());
    }
    return left.append(original, at, original.length()).toString();
  }

  private void words() {
    int end;
    for (int start = 0; start < original.length(); start = end + 1) {
      end = start;
      while (end < original.length() && !Character.isWhitespace(original.charAt(end))) end++;
      String word = original.substring(start, end);
      boolean isLink = word.contains("://") || word.toLowerCase(Locale.ROOT).startsWith("www.");
      if (isLink) blot(start, end, "[link]");
      else if (word.length() > 2 && word.indexOf('@') >= 0) blot(start, end, "[handle]");
    }
  }

  private void numbers() {
    int start = 0;
    int end = 0;
    int digits = 0;
    int point;
    for (int at = 0; at < original.length(); at += Character.charCount(point)) {
      point = original.codePointAt(at);
      if (isDigit(point)) {
        if (digits++ == 0) start = at;
        end = at + Character.charCount(point);
      } else if (BETWEEN_DIGITS.indexOf(point) < 0 || at - end >= GAP_MAX) {
        number(start, end, digits);
        digits = 0;
      }
    }
    number(start, end, digits);
  }

  private void number(int start, int end, int digits) {
    if (digits >= DIGITS_MIN) blot(start, end, "[number]");
  }

  private static boolean isDigit(int point) {
    int type = Character.getType(point);
    return type == Character.DECIMAL_DIGIT_NUMBER || type == Character.OTHER_NUMBER;
  }
}
