package org.breakwater.engine.policy.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * The fields of one YAML mapping, by key, in the order of the file.
 *
 * @param misspelt keys that are missing because an unknown one was probably meant for them
 */
public record YamlFields(
    YamlValue owner,
    Map<String, YamlValue> keys,
    Map<String, YamlValue> values,
    Set<String> misspelt) {

  /** Reads a mapping; records doubled keys and, unless {@code known} is empty, unknown ones. */
  static YamlFields of(YamlValue owner, List<String> known) {
    var fields =
        new YamlFields(owner, new LinkedHashMap<>(), new LinkedHashMap<>(), new HashSet<>());
    if (owner.node() instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> fields.add(tuple, known));
    } else {
      owner.wanted("a mapping");
    }
    return fields;
  }

  private void add(NodeTuple tuple, List<String> known) {
    var key = new YamlValue(owner.file(), tuple.getKeyNode());
    Optional<String> name = key.text();
    if (name.isEmpty()) return;
    if (!known.isEmpty() && !known.contains(name.get())) {
      key.fault("unknown key `" + name.get() + "`", Nearest.help(name.get(), known));
      Nearest.of(name.get(), known).ifPresent(misspelt::add);
    } else if (keys.putIfAbsent(name.get(), key) != null) {
      key.fault("`" + name.get() + "` stands here twice", "keep one of them");
    } else {
      values.put(name.get(), new YamlValue(owner.file(), tuple.getValueNode()));
    }
  }

  /** The value of a key; empty when the key is absent or its value null. */
  Optional<YamlValue> find(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isNull());
  }

  /** The value of a key that must be there; records a fault when it is not. */
  Optional<YamlValue> need(String key) {
    Optional<YamlValue> value = find(key);
    // One fault for one cause: a list in place of the mapping, or a misspelt key, has its own.
    if (value.isEmpty() && owner.isMapping() && !misspelt.contains(key)) {
      YamlValue place = Optional.ofNullable(keys.get(key)).orElse(owner);
      place.fault("missing `" + key + "`", "");
    }
    return value;
  }
}
