package org.breakwater.engine.policy.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breakwater.engine.policy.Automation.Licensed;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Directory;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Problem;
import org.breakwater.engine.policy.check.ClauseCheck;
import org.breakwater.engine.signal.Lexicon;
import org.breakwater.engine.signal.Points;

/** One reading of one version of a pack. For one thread. */
final class PackReading {
  private final Pack pack;
  private final boolean pinned;
  private final boolean checked;
  private final Faults faults = new Faults();

  private PackReading(Pack pack, boolean pinned, boolean checked) {
    this.pack = pack;
    this.pinned = pinned;
    this.checked = checked;
  }

  static PackReading ofPinned(Pack pack) {
    return new PackReading(pack, true, false);
  }

  /** Reads the files as they are, whatever is pinned. */
  static PackReading ofUnpinned(Pack pack) {
    return new PackReading(pack, false, false);
  }

  /** Looks also for what is wrong with clauses that can be read. */
  static PackReading ofChecked(Pack pack) {
    return new PackReading(pack, true, true);
  }

  Loaded load(String wanted) {
    Optional<PackFile> file = PackFile.read(pack.files(), faults);
    if (file.isEmpty()) return rejected();
    String version = wanted.isEmpty() ? file.get().defaultVersion() : wanted;
    Optional<YamlValue> entry = entry(file.get(), version);
    if (entry.isEmpty()) return rejected();
    PolicyVersion read = version(file.get(), version, artefacts(entry.get(), version));
    return faults.count() > 0 ? rejected() : new Loaded.Accepted(read);
  }

  private Loaded rejected() {
    return new Loaded.Rejected(faults.sorted());
  }

  private Optional<YamlValue> entry(PackFile file, String version) {
    Optional<YamlValue> entry = Optional.ofNullable(file.versions().get(version));
    if (entry.isEmpty() && !version.isEmpty() && faults.count() == 0)
      faults.add(
          new Problem(
              PackFile.PATH,
              1,
              1,
              "unknown version `" + version + "`",
              Nearest.help(version, file.versions().keySet())));
    return entry;
  }

  /** The files of a version, by what they are. */
  private Map<Artefact, SortedMap<String, byte[]>> artefacts(YamlValue entry, String version) {
    Map<Artefact, SortedMap<String, byte[]>> artefacts = new EnumMap<>(Artefact.class);
    Map<Artefact, String> pins = pinned ? PackFile.pins(entry) : Map.of();
    for (Artefact artefact : Artefact.values()) {
      SortedMap<String, byte[]> current = artefact.current(version, pack.files());
      String pin = pinned ? pins.getOrDefault(artefact, "") : artefact.hash(current);
      artefacts.put(
          artefact,
          pin.equals(artefact.hash(current)) ? current : other(artefact, pin, version, entry));
    }
    if (artefacts.getOrDefault(Artefact.CLAUSES, new TreeMap<>()).isEmpty())
      entry.fault(
          "the version has no clauses", "write `" + Artefact.CLAUSES.placeOf(version) + "`");
    return artefacts;
  }

  private SortedMap<String, byte[]> other(
      Artefact artefact, String pin, String version, YamlValue entry) {
    Optional<SortedMap<String, byte[]>> superseded =
        pin.isEmpty() ? Optional.empty() : artefact.superseded(pin, version, pack.files());
    if (superseded.isPresent()) return superseded.get();
    YamlValue place =
        Optional.ofNullable(entry.fields().values().get(artefact.key())).orElse(entry);
    String what = "`%s` is not what `%s` pins".formatted(artefact.placeOf(version), artefact.key());
    place.fault(what, PackFile.PIN_HELP);
    // Read on with what is there, so that its own faults are found as well.
    return artefact.current(version, pack.files());
  }

  private PolicyVersion version(
      PackFile file, String version, Map<Artefact, SortedMap<String, byte[]>> artefacts) {
    var overlay = new Overlay(pack.overlay(), faults);
    Thresholds thresholds = overlay.thresholds();
    var reader = new ClausesFile(new ConditionCompiler(), thresholds);
    List<Clause> clauses = new ArrayList<>();
    documents(artefacts, Artefact.CLAUSES).forEach(each -> clauses.addAll(reader.read(each)));
    thresholds.reportUnused(reader.ids());
    if (checked) reader.report(ClauseCheck.remarks(clauses));
    return new PolicyVersion(
        file.pack(),
        version,
        file.date(),
        hash(artefacts),
        overlay.hash(),
        clauses,
        lexicon(artefacts, overlay),
        automation(artefacts, overlay, version, reader.ids()),
        directory(resources(artefacts, overlay)));
  }

  private static String hash(Map<Artefact, SortedMap<String, byte[]>> artefacts) {
    var entry = new TreeMap<String, String>();
    artefacts.forEach((artefact, files) -> entry.put(artefact.key(), artefact.hash(files)));
    return Sha256.ofObject(entry);
  }

  private List<YamlValue> documents(
      Map<Artefact, SortedMap<String, byte[]>> artefacts, Artefact artefact) {
    List<YamlValue> documents = new ArrayList<>();
    artefacts
        .getOrDefault(artefact, new TreeMap<>())
        .forEach(
            (path, bytes) -> {
              if (!Artefact.isPoints(path))
                YamlFile.read(path, bytes, faults).ifPresent(documents::add);
            });
    return documents;
  }

  /** By language; an operator's own take the place of the pack's. */
  private List<Points> points(Map<Artefact, SortedMap<String, byte[]>> artefacts, Overlay overlay) {
    var points = new TreeMap<String, Points>();
    artefacts
        .getOrDefault(Artefact.LEXICON, new TreeMap<>())
        .forEach(
            (path, bytes) -> {
              if (Artefact.isPoints(path))
                PointsFile.read(path, bytes, faults).ifPresent(p -> points.put(p.language(), p));
            });
    overlay.points().forEach(each -> points.put(each.language(), each));
    return List.copyOf(points.values());
  }

  private Lexicon lexicon(Map<Artefact, SortedMap<String, byte[]>> artefacts, Overlay overlay) {
    List<Lexicon.Entry> entries = new ArrayList<>();
    List<YamlValue> files = new ArrayList<>(documents(artefacts, Artefact.LEXICON));
    files.addAll(overlay.lexicon());
    files.forEach(each -> entries.addAll(new LexiconFile(each).read()));
    return new Lexicon(
        entries.stream()
            .distinct()
            .sorted(
                Comparator.comparing(Lexicon.Entry::language)
                    .thenComparing(Lexicon.Entry::concept)
                    .thenComparing(Lexicon.Entry::pattern))
            .toList(),
        points(artefacts, overlay));
  }

  private Licensed automation(
      Map<Artefact, SortedMap<String, byte[]>> artefacts,
      Overlay overlay,
      String version,
      Set<String> ids) {
    List<YamlValue> own = documents(artefacts, Artefact.AUTOMATION);
    List<YamlValue> used = overlay.automation().map(List::of).orElse(own);
    return used.isEmpty() ? Licensed.NOTHING : AutomationFile.read(used.getFirst(), version, ids);
  }

  private List<YamlValue> resources(
      Map<Artefact, SortedMap<String, byte[]>> artefacts, Overlay overlay) {
    List<YamlValue> documents = new ArrayList<>(documents(artefacts, Artefact.RESOURCES));
    documents.addAll(overlay.resources());
    return documents;
  }

  private static Directory directory(List<YamlValue> documents) {
    var file = new ResourcesFile();
    documents.forEach(file::read);
    return file.directory();
  }
}
