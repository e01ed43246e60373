package org.breakwater.engine.policy.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.breakwater.engine.policy.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One YAML file, with the place to which its faults go. */
public final class YamlFile {
  private static final int CODE_POINTS_MAX = 64 << 20;

  private final String path;
  private final String text;
  private final Faults faults;

  private YamlFile(String path, String text, Faults faults) {
    this.path = path;
    this.text = text;
    this.faults = faults;
  }

  /** The file's one document; empty after a fault, also when there is nothing in it. */
  public static Optional<YamlValue> read(String path, byte[] bytes, Faults faults) {
    int before = faults.count();
    Optional<String> text = decode(bytes);
    if (text.isEmpty()) {
      faults.add(new Problem(path, 1, 1, "is not UTF-8", "save it as UTF-8"));
      return Optional.empty();
    }
    var file = new YamlFile(path, text.get(), faults);
    Optional<Node> node = file.compose();
    node.ifPresent(file::refuseAnchors);
    if (node.isEmpty() && faults.count() == before) file.fault(0, 0, "is empty", "");
    return faults.count() == before
        ? node.map(each -> new YamlValue(file, each))
        : Optional.empty();
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private Optional<Node> compose() {
    // The parser fails where an emoji straddles two of its buffers, so it gets one for all.
    var settings =
        LoadSettings.builder()
            .setLabel(path)
            .setCodePointLimit(CODE_POINTS_MAX)
            .setBufferSize(text.length() + 1)
            .build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark();
      fault(
          mark.map(Mark::getLine).orElse(0),
          mark.map(Mark::getColumn).orElse(0),
          "is not YAML: " + e.getProblem(),
          "a text that begins with `!`, `[`, `{`, `&`, `*` or holds `: ` needs quotes");
    } catch (ReaderException e) {
      fault(0, 0, "holds the character U+%04X, which YAML forbids".formatted(e.getCodePoint()), "");
    } catch (YamlEngineException e) {
      fault(0, 0, "is not YAML: " + e.getMessage(), "");
    }
    return Optional.empty();
  }

  // Anchors could make a cycle, and hide from a reader what a clause says.
  private void refuseAnchors(Node node) {
    if (node.getAnchor().isPresent()) {
      new YamlValue(this, node).fault("anchors and aliases are not allowed", "write it out");
      return;
    }
    switch (node) {
      case MappingNode mapping ->
          mapping
              .getValue()
              .forEach(
                  tuple -> {
                    refuseAnchors(tuple.getKeyNode());
                    refuseAnchors(tuple.getValueNode());
                  });
      case SequenceNode sequence -> sequence.getValue().forEach(this::refuseAnchors);
      default -> {}
    }
  }

  /**
   * @param line counted from 0
   * @param column counted from 0
   */
  void fault(int line, int column, String message, String help) {
    faults.add(new Problem(path, line + 1, column + 1, message, help));
  }

  String path() {
    return path;
  }

  String text() {
    return text;
  }

  Faults faults() {
    return faults;
  }
}
