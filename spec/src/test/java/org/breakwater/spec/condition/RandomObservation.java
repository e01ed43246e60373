package org.breakwater.spec.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.breakwater.engine.signal.Frame;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.breakwater.engine.text.Span;
import org.jspecify.annotations.Nullable;

/** An observation drawn at random, with or without unknowns. */
final class RandomObservation implements Observation {
  private final List<@Nullable Object> values = new ArrayList<>();

  /**
   * @param unknowns share of signals of which nothing is known
   */
  RandomObservation(RandomGenerator random, double unknowns) {
    for (Signal signal : SignalCatalog.STANDARD.all()) {
      values.add(random.nextDouble() < unknowns ? null : value(signal, random));
    }
  }

  private static Object value(Signal signal, RandomGenerator random) {
    return switch (signal.type()) {
      case FLAG -> random.nextInt(3) == 0;
      case NUMBER -> RandomCondition.NUMBERS.get(random.nextInt(RandomCondition.NUMBERS.size()));
      case TEXT -> {
        List<String> texts = RandomCondition.texts(signal);
        yield texts.get(random.nextInt(texts.size()));
      }
    };
  }

  /** Values of known signals by name, as CEL wants them. */
  Map<String, Object> byName() {
    Map<String, Object> byName = new HashMap<>();
    for (int slot = 0; slot < values.size(); slot++) {
      Object value = values.get(slot);
      if (value != null) byName.put(SignalCatalog.STANDARD.at(slot).name(), value);
    }
    return byName;
  }

  @Override
  public Truth flag(int slot) {
    return values.get(slot) instanceof Boolean flag ? Truth.of(flag) : Truth.UNKNOWN;
  }

  @Override
  public double number(int slot) {
    return values.get(slot) instanceof Double number ? number : Double.NaN;
  }

  @Override
  public @Nullable String text(int slot) {
    return values.get(slot) instanceof String text ? text : null;
  }

  @Override
  public List<Span> evidence(int slot) {
    return List.of();
  }

  @Override
  public List<Frame> frames() {
    return List.of();
  }

  @Override
  public String lang() {
    return "und";
  }

  @Override
  public List<String> cues() {
    return List.of();
  }
}
