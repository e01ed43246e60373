package org.breakwater.engine.policy.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.breakwater.engine.policy.Problem;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Writes hashes into the text of pack.yaml where they belong and leaves the rest as it is. */
final class Pinning {
  private final Pack pack;
  private final Faults faults = new Faults();

  /**
   * Replacements by the code point at which they begin, latest first: earlier places stay right.
   */
  private final TreeMap<Integer, Edit> edits = new TreeMap<>(Comparator.reverseOrder());

  private record Edit(int end, String text) {}

  Pinning(Pack pack) {
    this.pack = pack;
  }

  Pinned pin(List<String> versions) {
    Optional<PackFile> file = PackFile.read(pack.files(), faults);
    if (file.isPresent()) versions.forEach(version -> pin(file.get(), version));
    if (file.isEmpty() || faults.count() > 0) return new Pinned.Refused(faults.sorted());
    String text = file.get().versions().values().iterator().next().file().text();
    return new Pinned.Written(edited(text));
  }

  private void pin(PackFile file, String version) {
    YamlValue entry = file.versions().get(version);
    if (entry == null) {
      String help = "add `" + version + ": {}` to `versions`";
      faults.add(new Problem(PackFile.PATH, 1, 1, "unknown version `" + version + "`", help));
    } else if (Artefact.CLAUSES.current(version, pack.files()).isEmpty()) {
      entry.fault(
          "the version has no clauses", "write `" + Artefact.CLAUSES.placeOf(version) + "`");
    } else {
      edit(entry, version);
    }
  }

  private void edit(YamlValue entry, String version) {
    List<Pin> missing = new ArrayList<>();
    for (Artefact artefact : Artefact.values()) {
      var pin = new Pin(artefact.key(), hash(artefact, version));
      Optional<YamlValue> old =
          entry.isNull()
              ? Optional.empty()
              : Optional.ofNullable(entry.fields().values().get(pin.key()));
      if (old.isPresent()) replace(old.get().node(), pin.value());
      else missing.add(pin);
    }
    if (!missing.isEmpty()) insert(entry, missing);
  }

  private record Pin(String key, String value) {
    @Override
    public String toString() {
      return key + ": " + value;
    }
  }

  private String hash(Artefact artefact, String version) {
    String hash = artefact.hash(artefact.current(version, pack.files()));
    return hash.isEmpty() ? "null" : hash;
  }

  private void insert(YamlValue entry, List<Pin> pins) {
    if (!(entry.node() instanceof MappingNode mapping)) {
      replace(entry.node(), pins.stream().map(Pin::toString).collect(joinedInBraces()));
    } else if (mapping.getFlowStyle() == FlowStyle.FLOW) {
      String text = pins.stream().map(Pin::toString).collect(Collectors.joining(", "));
      insert(start(mapping) + 1, mapping.getValue().isEmpty() ? text : text + ", ");
    } else {
      NodeTuple first = mapping.getValue().getFirst();
      String indent = " ".repeat(first.getKeyNode().getStartMark().map(Mark::getColumn).orElse(0));
      StringBuilder text = new StringBuilder();
      pins.forEach(pin -> text.append(pin).append('\n').append(indent));
      insert(start(first.getKeyNode()), text.toString());
    }
  }

  private static Collector<CharSequence, ?, String> joinedInBraces() {
    return Collectors.joining(", ", "{", "}");
  }

  private static int start(Node node) {
    return node.getStartMark().map(Mark::getIndex).orElse(0);
  }

  private void replace(Node node, String text) {
    int end = node.getEndMark().map(Mark::getIndex).orElse(0);
    // A value that is nothing at all stands right behind its colon.
    edits.put(start(node), new Edit(end, start(node) == end ? " " + text : text));
  }

  private void insert(int at, String text) {
    edits.put(at, new Edit(at, text));
  }

  private String edited(String text) {
    var edited = new StringBuilder(text);
    edits.forEach(
        (start, edit) ->
            edited.replace(
                text.offsetByCodePoints(0, start),
                text.offsetByCodePoints(0, edit.end()),
                edit.text()));
    return edited.toString();
  }
}
