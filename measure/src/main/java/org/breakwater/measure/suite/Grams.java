package org.breakwater.measure.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as sets of short pieces, by which likeness is told. */
final class Grams {
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}\\p{So}]+");

  private Grams() {}

  /** Words in lower case, without marks. */
  static List<String> words(String text) {
    return Arrays.stream(APART.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Hashes of all runs of three characters, ascending, each once. */
  static int[] ofThree(String text) {
    String plain = " " + String.join(" ", words(text)) + " ";
    int count = Math.max(1, plain.length() - 2);
    int[] hashes = new int[count];
    for (int at = 0; at < count; at++) {
      hashes[at] = plain.substring(at, Math.min(plain.length(), at + 3)).hashCode();
    }
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }

  /** The share of pieces in both among those in either (Jaccard, 1901), in [0, 1]. */
  static double likeness(int[] one, int[] other) {
    int both = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        both++;
        i++;
        j++;
      } else if (one[i] < other[j]) i++;
      else j++;
    }
    return (double) both / (one.length + other.length - both);
  }
}
