package org.breakwater.measure.evaluation;

import java.util.regex.Pattern;

/** How long a text is, in words apart by blanks. */
public final class Length {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int FEW = 5;
  private static final int SOME = 20;
  private static final int MANY = 45;

  private Length() {}

  /** The class a text falls in, such as {@code 6–20 words}. */
  public static String of(String text) {
    int words = BLANKS.split(text.strip()).length;
    if (words <= FEW) return "1–5 words";
    if (words <= SOME) return "6–20 words";
    return words <= MANY ? "21–45 words" : "46 words and more";
  }
}
