package org.breakwater.engine.policy.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parts of a version that pack.yaml pins by hash. */
enum Artefact {
  CLAUSES("clauses", "policy/"),
  LEXICON("lexicon", "lexicon/"),
  MODEL("model", "model/"),
  RESOURCES("resources", "resources/"),
  AUTOMATION("automation", "automation.yaml");

  private final String key;
  private final String place;

  Artefact(String key, String place) {
    this.key = key;
    this.place = place;
  }

  /** Its key in a version's entry. */
  String key() {
    return key;
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Artefact::key).toList();
  }

  /** The file or folder it stands in, for people. */
  String placeOf(String version) {
    return this == CLAUSES ? place + version + ".yaml" : place;
  }

  /** Its files as they are in the pack now, by path; empty when there are none. */
  SortedMap<String, byte[]> current(String version, Map<String, byte[]> pack) {
    var files = new TreeMap<String, byte[]>();
    String wanted = placeOf(version);
    pack.forEach(
        (path, bytes) -> {
          boolean within = isFolder() && path.startsWith(wanted) && isRead(path);
          if (path.equals(wanted) || within) files.put(path, bytes);
        });
    return files;
  }

  /** Whether a file of that name in one of its folders is part of it. */
  static boolean isRead(String path) {
    return path.endsWith(".yaml") || isPoints(path);
  }

  static boolean isPoints(String path) {
    return path.startsWith(LEXICON.place) && path.endsWith(PointsFile.SUFFIX);
  }

  private boolean isFolder() {
    return this == LEXICON || this == RESOURCES;
  }

  /** The hash to pin for these files; empty when there are none. */
  String hash(SortedMap<String, byte[]> files) {
    if (files.isEmpty()) return "";
    byte[] hashed = isFolder() ? listing(files) : files.firstEntry().getValue();
    return Sha256.PREFIX + Sha256.hex(hashed);
  }

  /** One line for the path and one for the hash of each file: what a folder's hash is taken of. */
  static byte[] listing(SortedMap<String, byte[]> files) {
    var text = new StringBuilder();
    files.forEach(
        (path, bytes) -> text.append(path).append('\n').append(Sha256.hex(bytes)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The files a hash names among the superseded ones in {@code objects/}, by the path they had; a
   * folder's listing is itself an object. Empty when one is missing.
   */
  Optional<SortedMap<String, byte[]>> superseded(
      String hash, String version, Map<String, byte[]> pack) {
    Optional<byte[]> object = object(hash.substring(Sha256.PREFIX.length()), pack);
    if (object.isEmpty()) return Optional.empty();
    if (!isFolder()) return Optional.of(new TreeMap<>(Map.of(placeOf(version), object.get())));
    return unlisted(object.get(), pack);
  }

  private static Optional<SortedMap<String, byte[]>> unlisted(
      byte[] listing, Map<String, byte[]> pack) {
    List<String> lines = new String(listing, StandardCharsets.UTF_8).lines().toList();
    var files = new TreeMap<String, byte[]>();
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      Optional<byte[]> file = object(lines.get(i + 1), pack);
      if (file.isEmpty()) return Optional.empty();
      files.put(lines.get(i), file.get());
    }
    return Optional.of(files);
  }

  /** An object is what its name says, or it is not there. */
  private static Optional<byte[]> object(String hex, Map<String, byte[]> pack) {
    return Optional.ofNullable(pack.get("objects/" + hex))
        .filter(bytes -> Sha256.hex(bytes).equals(hex));
  }
}
