package org.breakwater.server.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Secrets that come from files of their own: the key with the same name and {@code File}. */
final class Secrets {
  private Secrets() {}

  private static List<Setting> all() {
    return Catalogue.settings().filter(Setting::isSecret).toList();
  }

  private static Setting file(Setting secret) {
    return Catalogue.setting(secret.path() + "File");
  }

  /** What is wrong between keys. */
  static List<String> faults(Map<Setting, Stated> values) {
    List<String> faults = new ArrayList<>();
    for (Setting secret : all()) {
      Stated stated = stated(values, secret);
      Stated byFile = stated(values, file(secret));
      if (!stated.text().isEmpty() && !byFile.text().isEmpty())
        faults.add(
            "%s: `%s` is stated by %s too; keep one of them"
                .formatted(byFile.place(), secret.path(), stated.place()));
    }
    Stated url = stated(values, Catalogue.setting("database.url"));
    for (String path : List.of("database.password", "database.passwordFile")) {
      Stated stated = stated(values, Catalogue.setting(path));
      if (!stated.text().isEmpty() && !url.text().matches("[^@/]+//[^@:/]+@.*"))
        faults.add(
            "%s: `%s` needs a `database.url` that names a user and no password"
                .formatted(stated.place(), path));
    }
    return faults;
  }

  private static Stated stated(Map<Setting, Stated> values, Setting setting) {
    return values.getOrDefault(setting, Stated.standard(setting));
  }

  /** Reads the files that were named. */
  static void fill(Map<Setting, Stated> values) {
    for (Setting secret : all()) {
      Stated byFile = stated(values, file(secret));
      if (byFile.text().isEmpty()) continue;
      String text = SecretFile.text(Path.of(byFile.text())).orElse("");
      values.put(secret, new Stated(secret, text, "the file above"));
    }
  }
}
