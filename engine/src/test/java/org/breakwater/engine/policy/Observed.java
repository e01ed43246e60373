package org.breakwater.engine.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breakwater.engine.signal.Frame;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.breakwater.engine.text.Span;
import org.jspecify.annotations.Nullable;

/** An observation written by hand; flags not named are false, numbers and texts unknown. */
public final class Observed implements Observation {
  private final Map<Integer, Truth> flags = new HashMap<>();
  private final Map<Integer, Double> numbers = new HashMap<>();
  private final Map<Integer, String> texts = new HashMap<>();

  /** Every slot that was asked for. */
  public final Set<Integer> asked = new HashSet<>();

  /** Every slot that was asked for, as often as it was. */
  public final List<Integer> askedInOrder = new ArrayList<>();

  public static Observed nothing() {
    return new Observed();
  }

  public Observed with(String... names) {
    for (String name : names) flags.put(slot(name), Truth.TRUE);
    return this;
  }

  public Observed unknown(String... names) {
    for (String name : names) flags.put(slot(name), Truth.UNKNOWN);
    return this;
  }

  public Observed flag(String name, Truth truth) {
    flags.put(slot(name), truth);
    return this;
  }

  public Observed number(String name, double value) {
    numbers.put(slot(name), value);
    return this;
  }

  public Observed text(String name, String value) {
    texts.put(slot(name), value);
    return this;
  }

  static int slot(String name) {
    return SignalCatalog.STANDARD.slot(name);
  }

  private void ask(int slot) {
    asked.add(slot);
    askedInOrder.add(slot);
  }

  @Override
  public Truth flag(int slot) {
    ask(slot);
    return flags.getOrDefault(slot, Truth.FALSE);
  }

  @Override
  public double number(int slot) {
    ask(slot);
    return numbers.getOrDefault(slot, Double.NaN);
  }

  @Override
  public @Nullable String text(int slot) {
    ask(slot);
    return texts.get(slot);
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
    return "en";
  }

  @Override
  public List<String> cues() {
    return List.of();
  }
}
