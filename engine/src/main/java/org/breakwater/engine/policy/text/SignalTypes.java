package org.breakwater.engine.policy.text;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;

/**
 * The signals as CEL sees them: each group is a variable of a struct type with one field a signal,
 * a signal without a group is a variable itself. With maps instead, a mistyped name would compile.
 */
final class SignalTypes implements CelTypeProvider {
  private static final String PREFIX = "signals.";

  private final ImmutableMap<String, CelType> structs;
  private final ImmutableMap<String, CelType> variables;

  SignalTypes(SignalCatalog catalog) {
    var declared = ImmutableMap.<String, CelType>builder();
    Map<String, ImmutableMap.Builder<String, CelType>> groups = new LinkedHashMap<>();
    for (Signal signal : catalog.all()) {
      int dot = signal.name().indexOf('.');
      if (dot < 0) {
        declared.put(signal.name(), typeOf(signal));
      } else {
        groups
            .computeIfAbsent(signal.group(), _ -> ImmutableMap.builder())
            .put(CelWords.escape(signal.name()).substring(dot + 1), typeOf(signal));
      }
    }
    var builder = ImmutableMap.<String, CelType>builder();
    groups.forEach(
        (group, fields) -> {
          builder.put(PREFIX + group, struct(PREFIX + group, fields.buildOrThrow()));
          declared.put(group, StructTypeReference.create(PREFIX + group));
        });
    structs = builder.buildOrThrow();
    variables = declared.buildOrThrow();
  }

  private static StructType struct(String name, ImmutableMap<String, CelType> fields) {
    return StructType.create(
        name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
  }

  private static CelType typeOf(Signal signal) {
    return switch (signal.type()) {
      case FLAG -> SimpleType.BOOL;
      case NUMBER -> SimpleType.DOUBLE;
      case TEXT -> SimpleType.STRING;
    };
  }

  /** Variables to declare, by name. */
  Map<String, CelType> variables() {
    return variables;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableSet.copyOf(structs.values());
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(structs.get(name));
  }
}
