package org.breakwater.engine.signal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;

/**
 * Judges whether a row of digits is a telephone number. A number is judged by whether it is
 * possible, not whether it is in use: reserved ranges and new ones must count.
 */
final class Phones {
  private static final int DIGITS_MIN = 7;
  private static final int DIGITS_MAX = 15;

  private static final int ITALY = 39;
  private static final int MEXICO = 52;
  private static final String UNKNOWN_REGION = "ZZ";

  /**
   * Tried for a number without a country code: North America, United Kingdom, Mexico, Spain,
   * Guatemala. Their lengths cover the Americas and most of Europe.
   */
  private static final List<Integer> COUNTRY_CODES = List.of(1, 44, MEXICO, 34, 502);

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

  /** Whether a number with that many digits can exist, in some region when no plus leads. */
  boolean isPossible(String digits) {
    if (digits.startsWith("+")) return isInternational(digits.substring(1));
    return COUNTRY_CODES.stream().anyMatch(code -> isNational(code, digits));
  }

  /** Country codes are free of prefixes, so that at most one fits. */
  private boolean isInternational(String digits) {
    for (int length = 1; length <= 3 && length < digits.length(); length++) {
      int code = Integer.parseInt(digits.substring(0, length));
      if (isAssigned(code)) return isNational(code, digits.substring(length));
    }
    return false;
  }

  private boolean isAssigned(int code) {
    return !numbers.getRegionCodeForCountryCode(code).equals(UNKNOWN_REGION);
  }

  /**
   * Built by hand and not parsed: parsing costs some ten microseconds, and only the length is
   * asked.
   */
  private boolean isNational(int code, String digits) {
    String significant = significant(code, digits);
    if (significant.isEmpty() || significant.length() > DIGITS_MAX) return false;
    var number = new PhoneNumber().setCountryCode(code);
    number.setNationalNumber(Long.parseLong(significant));
    if (code == ITALY && significant.startsWith("0")) number.setItalianLeadingZero(true);
    return numbers.isPossibleNumber(number);
  }

  /** Without the trunk zero, and without the 1 that Mexican mobiles had until 2019. */
  private static String significant(int code, String digits) {
    if (digits.startsWith("0") && code != ITALY) return digits.substring(1);
    boolean formerMobile = code == MEXICO && digits.length() == 11 && digits.startsWith("1");
    return formerMobile ? digits.substring(1) : digits;
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
    if (digits.startsWith("07")) return isNational(44, digits);
    return (cued || run.groups().size() > 2) && (isPossible(digits) || isPossible("+" + digits));
  }

  /** An area code begins with 2 to 9; so do most trunk-less numbers elsewhere. */
  private static boolean isNorthAmerican(String digits) {
    return digits.charAt(0) >= '2';
  }

  private boolean isSpanish(DigitRun run) {
    boolean shaped = run.hasShape(3, 3, 3) || run.hasShape(3, 2, 2, 2);
    return shaped && run.groups().getFirst().charAt(0) >= '6' && isNational(34, run.digits());
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
