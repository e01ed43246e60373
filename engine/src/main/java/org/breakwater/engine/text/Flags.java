package org.breakwater.engine.text;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which pairs of regional indicators are flags. */
final class Flags {
  private static final Set<String> CODES = codes();

  private Flags() {}

  /** Whether a lower-case pair of letters is the code of a flag. */
  static boolean isCode(String pair) {
    return CODES.contains(pair);
  }

  private static Set<String> codes() {
    var codes = new TreeSet<String>();
    for (String code : ULocale.getISOCountries()) codes.add(code.toLowerCase(Locale.ROOT));
    codes.addAll(List.of("eu", "un", "xk", "ac", "cp", "dg", "ea", "ic", "ta"));
    return Set.copyOf(codes);
  }
}
