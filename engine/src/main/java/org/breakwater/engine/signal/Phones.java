package org.breakwater.engine.signal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;

/**
 * Judges whether a row of digits is a telephone number. A number is judged by whether it is
 * possible, not whether it is in use: reserved ranges and new ones must count.
 */
final class Phones {
  private static final int DIGITS_MIN = 7;
  private static final int DIGITS_MAX = 15;

  /** Regions tried for a number without a country code; their lengths cover the Americas. */
  private static final List<String> REGIONS = List.of("US", "GB", "MX", "ES", "GT");

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

  /**
   * @param cued whether words next to the digits speak of calling or writing
   */
  boolean isPhone(DigitRun run, boolean cued) {
    String digits = run.digits();
    int count = digits.length();
    if (count < DIGITS_MIN || count > DIGITS_MAX || isRound(digits) || isCount(digits)) {
      return false;
    }
    if (run.international()) return isPossible("+" + digits);
    if (run.isSpelledOut()) return isPossible(digits) || count <= 8;
    if (run.isSomethingElse()) return false;
    return switch (count) {
      case 7 -> cued ? run.groups().size() <= 4 : run.hasShape(3, 4) && isDashed(run);
      case 8 -> cued && isPossible(digits);
      case 9 -> isSpanish(run) || (cued && isPossible(digits));
      case 10 -> isTenDigits(run, digits, cued);
      case 11 -> isElevenDigits(run, digits, cued);
      default -> (cued || run.groups().size() > 2) && isPossible("+" + digits);
    };
  }

  /** Whether some region has numbers of that length. */
  boolean isPossible(String digits) {
    if (digits.startsWith("+")) return isPossible(digits, "ZZ");
    return REGIONS.stream().anyMatch(region -> isPossible(digits, region));
  }

  private boolean isPossible(String digits, String region) {
    try {
      return numbers.isPossibleNumber(numbers.parse(digits, region));
    } catch (NumberParseException notANumber) {
      return false;
    }
  }

  private boolean isTenDigits(DigitRun run, String digits, boolean cued) {
    if (cued) return isPossible(digits);
    boolean shaped =
        run.hasShape(3, 3, 4)
            || run.hasShape(2, 4, 4)
            || run.hasShape(3, 3, 2, 2)
            || run.hasShape(3, 7)
            || run.hasShape(5, 5);
    boolean paired = run.hasShape(2, 2, 2, 2, 2);
    if (paired) return isPossible(digits);
    return (shaped || run.groups().size() == 1) && isNorthAmerican(digits);
  }

  private boolean isElevenDigits(DigitRun run, String digits, boolean cued) {
    if (digits.startsWith("1") && isNorthAmerican(digits.substring(1))) return true;
    if (digits.startsWith("07")) return isPossible(digits, "GB");
    return (cued || run.groups().size() > 2) && (isPossible(digits) || isPossible("+" + digits));
  }

  /** An area code begins with 2 to 9; so do most trunk-less numbers elsewhere. */
  private static boolean isNorthAmerican(String digits) {
    return digits.charAt(0) >= '2';
  }

  private boolean isSpanish(DigitRun run) {
    boolean shaped = run.hasShape(3, 3, 3) || run.hasShape(3, 2, 2, 2);
    return shaped && run.groups().getFirst().charAt(0) >= '6' && isPossible(run.digits(), "ES");
  }

  private static boolean isDashed(DigitRun run) {
    return run.separators().equals("-") && !run.groups().getLast().endsWith("000");
  }

  /** A sum such as 50000000, or one figure throughout. */
  private static boolean isRound(String digits) {
    return digits.endsWith("00000") || digits.chars().distinct().count() == 1;
  }

  /** Counting up or down, as far as ten: one two three four. */
  static boolean isCount(String digits) {
    return isStaircase(digits, 1) || isStaircase(digits, 9);
  }

  private static boolean isStaircase(String digits, int step) {
    int broken = 0;
    for (int i = 1; i < digits.length(); i++) {
      if ((digits.charAt(i - 1) - '0' + step) % 10 != digits.charAt(i) - '0') broken++;
    }
    return broken <= (digits.length() > 9 ? 2 : 0);
  }
}
