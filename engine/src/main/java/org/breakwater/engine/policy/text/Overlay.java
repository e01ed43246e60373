package org.breakwater.engine.policy.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breakwater.engine.policy.Problem;
import org.breakwater.engine.signal.Points;

/** An operator's own files beside a pack: phrases, help, thresholds and evidence. */
final class Overlay {
  private static final String FOLDER = "overlay/";
  private static final String THRESHOLDS = "thresholds.yaml";
  private static final String AUTOMATION = "automation.yaml";

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final Faults faults;

  Overlay(Map<String, byte[]> files, Faults faults) {
    this.faults = faults;
    files.forEach(
        (path, bytes) -> {
          if (isKnown(path)) this.files.put(path, bytes);
          else if (Artefact.isRead(path)) unknown(path);
        });
  }

  private static boolean isKnown(String path) {
    boolean inFolder =
        (path.startsWith("lexicon/") || path.startsWith("resources/")) && Artefact.isRead(path);
    return path.equals(THRESHOLDS) || path.equals(AUTOMATION) || inFolder;
  }

  private void unknown(String path) {
    faults.add(
        new Problem(
            FOLDER + path,
            1,
            1,
            "an overlay has no such file",
            "it may hold `lexicon/*.yaml`, `lexicon/*.points.tsv`, `resources/*.yaml`,"
                + " `automation.yaml` and `thresholds.yaml`"));
  }

  /** Hash of its paths and their hashes; empty when there are no files. */
  String hash() {
    if (files.isEmpty()) return "";
    var hashes = new TreeMap<String, String>();
    files.forEach((path, bytes) -> hashes.put(path, Sha256.PREFIX + Sha256.hex(bytes)));
    return Sha256.ofObject(hashes);
  }

  Thresholds thresholds() {
    return document(THRESHOLDS).map(Thresholds::read).orElseGet(Thresholds::none);
  }

  Optional<YamlValue> automation() {
    return document(AUTOMATION);
  }

  List<YamlValue> lexicon() {
    return folder("lexicon/");
  }

  List<Points> points() {
    List<Points> points = new ArrayList<>();
    files.forEach(
        (path, bytes) -> {
          if (Artefact.isPoints(path))
            PointsFile.read(FOLDER + path, bytes, faults).ifPresent(points::add);
        });
    return points;
  }

  List<YamlValue> resources() {
    return folder("resources/");
  }

  private List<YamlValue> folder(String folder) {
    List<YamlValue> documents = new ArrayList<>();
    for (String path : files.keySet()) {
      if (path.startsWith(folder) && !Artefact.isPoints(path))
        document(path).ifPresent(documents::add);
    }
    return documents;
  }

  private Optional<YamlValue> document(String path) {
    return Optional.ofNullable(files.get(path))
        .flatMap(bytes -> YamlFile.read(FOLDER + path, bytes, faults));
  }
}
