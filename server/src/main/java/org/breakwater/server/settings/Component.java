package org.breakwater.server.settings;

import java.util.List;

/** A record of {@link Settings} with its keys, in the order in which they are declared. */
record Component(String name, String about, Class<? extends Record> type, List<Setting> settings) {
  Component {
    settings = List.copyOf(settings);
  }

  List<String> names() {
    return settings.stream().map(Setting::name).toList();
  }
}
