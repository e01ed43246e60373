package org.breakwater.measure.mutators;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text, changed one by one; what lies between stays. */
final class Words {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

  private Words() {}

  /** Changes one word in {@code every}, and the longest at the least. */
  static String some(String text, RandomGenerator random, int every, UnaryOperator<String> change) {
    int longest = WORD.matcher(text).results().mapToInt(w -> w.group().length()).max().orElse(0);
    return WORD.matcher(text)
        .replaceAll(
            word -> {
              boolean chosen = random.nextInt(every) == 0 || word.group().length() == longest;
              return Matcher.quoteReplacement(chosen ? change.apply(word.group()) : word.group());
            });
  }
}
