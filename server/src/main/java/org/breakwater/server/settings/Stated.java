package org.breakwater.server.settings;

/**
 * A value as somebody wrote it.
 *
 * @param place a file's path, line and column, a variable, or a flag; {@code default} for nowhere
 */
record Stated(Setting setting, String text, String place) {
  static Stated standard(Setting setting) {
    return new Stated(setting, setting.key().standard(), "default");
  }

  boolean isStandard() {
    return place.equals("default");
  }
}
