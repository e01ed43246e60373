package org.breakwater.adapter.bridge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How ids of one platform read at Breakwater, such as {@code discourse:17}.
 *
 * @param platform what they begin with
 */
record Names(String platform) {
  private static final Pattern NAME = Pattern.compile("([a-z0-9.-]{1,40}):([0-9]{1,20})");

  String of(String id) {
    return platform + ":" + id;
  }

  /** The platform's own id; empty where the name is another's. */
  Optional<String> own(String name) {
    Matcher matcher = NAME.matcher(name);
    boolean isOwn = matcher.matches() && matcher.group(1).equals(platform);
    return isOwn ? Optional.of(matcher.group(2)) : Optional.empty();
  }

  static boolean isPlatform(String name) {
    return NAME.matcher(name + ":1").matches();
  }
}
