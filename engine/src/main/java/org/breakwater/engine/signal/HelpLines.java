package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.Folding;

/** The numbers of verified help lines, and who pretends to be one. Immutable. */
public final class HelpLines {
  /** No line is known, so nobody can be told from one. */
  public static final HelpLines NONE = new HelpLines(List.of());

  /** Shorter ones are dialled within a country, and too many are near each other. */
  private static final int DIGITS_MIN = 8;

  /** A country code has at most three digits. */
  private static final int CODE_DIGITS_MAX = 3;

  private final List<Known> lines;

  /**
   * A line.
   *
   * @param name as people know it
   * @param number as it is written, with or without a country code
   */
  public record Line(String name, String number) {}

  private record Known(String digits, List<String> name) {
    private Known {
      name = List.copyOf(name);
    }

    /** Whether a text calls it by its name. */
    boolean isNamedIn(List<String> words) {
      return Collections.indexOfSubList(words, name) >= 0;
    }
  }

  public HelpLines(List<Line> lines) {
    List<Known> known = new ArrayList<>();
    for (Line line : lines) {
      String digits = significant(line.number().replaceAll("\\D", ""));
      if (digits.length() >= DIGITS_MIN)
        known.add(new Known(digits, words(Folding.fold("name", line.name()))));
    }
    this.lines = List.copyOf(known);
  }

  boolean areKnown() {
    return !lines.isEmpty();
  }

  /**
   * Whether a number in a text is that of no line, and one slip away from one: a digit changed or
   * two swapped; or that of one line under the name of another.
   *
   * @param digits as written, in ASCII
   */
  boolean isImposter(String digits, FoldedText text) {
    String stated = significant(digits);
    if (stated.length() < DIGITS_MIN) return false;
    List<Known> same = lines.stream().filter(line -> isSame(line.digits(), stated)).toList();
    return same.isEmpty()
        ? lines.stream().anyMatch(line -> isNear(line.digits(), stated))
        : isUnderAnotherName(same, text);
  }

  private boolean isUnderAnotherName(List<Known> same, FoldedText text) {
    List<String> words = words(text);
    return same.stream().noneMatch(line -> line.isNamedIn(words))
        && lines.stream().anyMatch(line -> line.isNamedIn(words));
  }

  private static List<String> words(FoldedText text) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) words.add(text.word(i));
    return words;
  }

  /** Without the zeros that stand for leaving a town or a country. */
  private static String significant(String digits) {
    return digits.replaceFirst("^0+", "");
  }

  private static boolean isSame(String line, String stated) {
    boolean codes = Math.abs(line.length() - stated.length()) <= CODE_DIGITS_MAX;
    return codes && (line.endsWith(stated) || stated.endsWith(line));
  }

  private static boolean isNear(String line, String stated) {
    int shared = Math.min(line.length(), stated.length());
    if (Math.max(line.length(), stated.length()) - shared > CODE_DIGITS_MAX) return false;
    String one = line.substring(line.length() - shared);
    String other = stated.substring(stated.length() - shared);
    List<Integer> differing = new ArrayList<>();
    for (int i = 0; i < shared; i++) if (one.charAt(i) != other.charAt(i)) differing.add(i);
    return differing.size() == 1 || (differing.size() == 2 && isSwap(one, other, differing));
  }

  private static boolean isSwap(String one, String other, List<Integer> at) {
    int first = at.getFirst();
    int second = at.getLast();
    return second == first + 1
        && one.charAt(first) == other.charAt(second)
        && one.charAt(second) == other.charAt(first);
  }
}
