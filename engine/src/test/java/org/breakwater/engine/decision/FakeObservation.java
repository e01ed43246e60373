package org.breakwater.engine.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.engine.signal.Frame;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.breakwater.engine.text.Span;
import org.jspecify.annotations.Nullable;

/** An observation in which a test says what was seen; everything else was looked for in vain. */
public final class FakeObservation implements Observation {
  private final Map<Integer, Truth> flags = new HashMap<>();
  private final Map<Integer, Double> numbers = new HashMap<>();
  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Integer, List<Span>> evidence = new HashMap<>();
  private final List<Frame> frames = new ArrayList<>();
  private String lang = "en";

  /** Flags that hold. */
  public static FakeObservation seeing(String... signals) {
    var seen = new FakeObservation();
    for (String signal : signals) seen.flags.put(slot(signal), Truth.TRUE);
    return seen;
  }

  public FakeObservation unknown(String signal) {
    flags.put(slot(signal), Truth.UNKNOWN);
    return this;
  }

  public FakeObservation number(String signal, double value) {
    numbers.put(slot(signal), value);
    return this;
  }

  public FakeObservation text(String signal, String value) {
    texts.put(slot(signal), value);
    return this;
  }

  public FakeObservation at(String signal, Span... spans) {
    evidence.put(slot(signal), List.of(spans));
    return this;
  }

  public FakeObservation framed(Frame frame) {
    frames.add(frame);
    return this;
  }

  public FakeObservation in(String primarySubtag) {
    lang = primarySubtag;
    return this;
  }

  private static int slot(String signal) {
    return SignalCatalog.STANDARD.slot(signal);
  }

  @Override
  public Truth flag(int slot) {
    if (SignalCatalog.STANDARD.at(slot).type() != Signal.Type.FLAG)
      throw new IllegalArgumentException("no flag: " + SignalCatalog.STANDARD.at(slot).name());
    return flags.getOrDefault(slot, Truth.FALSE);
  }

  @Override
  public double number(int slot) {
    return numbers.getOrDefault(slot, Double.NaN);
  }

  @Override
  public @Nullable String text(int slot) {
    return texts.get(slot);
  }

  @Override
  public List<Span> evidence(int slot) {
    return evidence.getOrDefault(slot, List.of());
  }

  @Override
  public List<Frame> frames() {
    return frames;
  }

  @Override
  public String lang() {
    return lang;
  }

  @Override
  public List<String> cues() {
    return List.of();
  }
}
