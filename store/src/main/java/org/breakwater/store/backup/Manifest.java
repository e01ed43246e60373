package org.breakwater.store.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a backup holds, so that what was lost of it is seen.
 *
 * @param level of migration of the database it was made of
 * @param days for which there was room
 * @param tables SHA-256 of what each holds, in hexadecimal
 * @param checkpoint the signed note that was published when it was made; empty when there was none
 */
record Manifest(String level, List<LocalDate> days, Map<String, String> tables, String checkpoint) {
  private static final String TABLE = "table.";
  private static final HexFormat HEX = HexFormat.of();

  Manifest {
    days = List.copyOf(days);
    tables = Map.copyOf(tables);
  }

  /** As a file of properties, in the form the JDK writes. */
  String text() {
    var properties = new Properties();
    properties.setProperty("format", "1");
    properties.setProperty("level", level);
    properties.setProperty(
        "days", days.stream().map(LocalDate::toString).collect(Collectors.joining(" ")));
    tables.forEach((table, hash) -> properties.setProperty(TABLE + table, hash));
    properties.setProperty("checkpoint", HEX.formatHex(checkpoint.getBytes(UTF_8)));
    var text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static Manifest parse(String text) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> tables = new TreeMap<>();
    for (String name : properties.stringPropertyNames())
      if (name.startsWith(TABLE))
        tables.put(name.substring(TABLE.length()), properties.getProperty(name));
    List<LocalDate> days =
        Arrays.stream(properties.getProperty("days", "").split(" "))
            .filter(day -> !day.isEmpty())
            .map(LocalDate::parse)
            .toList();
    String checkpoint = properties.getProperty("checkpoint", "");
    return new Manifest(
        properties.getProperty("level", ""),
        days,
        tables,
        new String(HEX.parseHex(checkpoint), UTF_8));
  }
}
