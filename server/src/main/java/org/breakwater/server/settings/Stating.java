package org.breakwater.server.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.engine.policy.text.Nearest;

/**
 * What one source states, and what is wrong with it.
 *
 * @param faults one line each: place, what, how to mend
 */
record Stating(Map<Setting, Stated> values, List<String> faults) {
  Stating() {
    this(new LinkedHashMap<>(), new ArrayList<>());
  }

  Optional<Stated> find(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  /** Takes a value, or records what is wrong with it. */
  void state(Setting setting, String text, String place) {
    Optional<String> fault = setting.fault(text);
    if (fault.isPresent()) fault(place, "`%s` %s".formatted(setting.path(), fault.get()), "");
    else values.put(setting, new Stated(setting, text, place));
  }

  void fault(String place, String what, String cure) {
    faults.add(place + ": " + what + (cure.isEmpty() ? "" : "; " + cure));
  }

  /** Records a name that is not known here. */
  void unknown(String place, String kind, String name, Collection<String> known) {
    fault(place, "unknown %s `%s`".formatted(kind, name), Nearest.help(name, known));
  }
}
