package org.breakwater.server.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The settings that are flags too. */
public final class Flags {
  private Flags() {}

  private static Stream<Setting> all() {
    return Catalogue.settings().filter(each -> !each.key().flag().isEmpty());
  }

  /** Makes them options of a command. */
  public static void addTo(CommandSpec command) {
    all().map(Flags::option).forEach(command::addOption);
  }

  private static OptionSpec option(Setting setting) {
    Key key = setting.key();
    String standard = key.standard().isEmpty() ? "" : " Default: " + key.standard() + ".";
    var option =
        OptionSpec.builder(key.flag())
            .type(String.class)
            .description((key.about() + standard).replace("%", "%%"));
    if (setting.type() == WebhookSettings.Switch.class) option.arity("0..1").fallbackValue("yes");
    if (!key.label().isEmpty()) option.paramLabel(key.label());
    else option.paramLabel(setting.name().toUpperCase(Locale.ROOT));
    return option.build();
  }

  /** Which of them were given on the command line, by flag. */
  public static Map<String, String> given(CommandSpec command) {
    var given = new TreeMap<String, String>();
    all()
        .forEach(
            setting -> {
              String flag = setting.key().flag();
              Optional.ofNullable(command.findOption(flag))
                  .map(OptionSpec::<String>getValue)
                  .ifPresent(text -> given.put(flag, text));
            });
    return given;
  }

  static Stating read(Map<String, String> given) {
    var stating = new Stating();
    all()
        .filter(setting -> given.containsKey(setting.key().flag()))
        .forEach(
            setting ->
                stating.state(
                    setting, given.getOrDefault(setting.key().flag(), ""), setting.key().flag()));
    return stating;
  }
}
