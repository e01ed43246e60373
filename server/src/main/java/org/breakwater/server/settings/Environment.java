package org.breakwater.server.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads variables whose names begin with ours. An empty variable states nothing. */
final class Environment {
  private static final String PREFIX = "BREAKWATER_";

  /** Ours as well, but no settings: a key for `curl`, as `bw serve` suggests it. */
  private static final List<String> OTHERS = List.of("BREAKWATER_KEY");

  /** What Kubernetes tells every container of a service that is called `breakwater`. */
  private static final Pattern OF_KUBERNETES =
      Pattern.compile("BREAKWATER_(SERVICE_(HOST|PORT.*)|PORT(_[0-9]+_(TCP|UDP).*)?)");

  private Environment() {}

  static Stating read(Map<String, String> variables) {
    var stating = new Stating();
    new TreeMap<>(variables)
        .forEach(
            (name, text) -> {
              if (isOurs(name) && !text.isEmpty()) read(name, text, variables, stating);
            });
    return stating;
  }

  private static boolean isOurs(String name) {
    return name.startsWith(PREFIX)
        && !OTHERS.contains(name)
        && !OF_KUBERNETES.matcher(name).matches();
  }

  private static void read(
      String name, String text, Map<String, String> variables, Stating stating) {
    Optional<Setting> setting =
        Catalogue.settings().filter(each -> each.variables().contains(name)).findFirst();
    if (setting.isEmpty()) unknown(name, stating);
    else if (!name.equals(setting.get().variable())
        && !variables.getOrDefault(setting.get().variable(), "").isEmpty())
      stating.fault(
          name,
          "`%s` is set twice".formatted(setting.get().path()),
          "keep " + setting.get().variable());
    else stating.state(setting.get(), text, name);
  }

  private static void unknown(String name, Stating stating) {
    String words = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    int end = words.indexOf('_');
    String component = end < 0 ? words : words.substring(0, end);
    String key = end < 0 ? "" : words.substring(end + 1).replace("_", "");
    Optional<String> why = Fixed.component(component).or(() -> Fixed.key(key));
    if (why.isPresent()) stating.fault(name, "is no setting", why.get());
    else {
      stating.unknown(name, "variable", name, known(component));
    }
  }

  /** The variables of a component, or all where there is none of that name. */
  private static List<String> known(String component) {
    boolean isThere = Catalogue.component(component).isPresent();
    return Catalogue.settings()
        .filter(each -> !isThere || each.component().equals(component))
        .flatMap(each -> each.variables().stream())
        .toList();
  }
}
