package org.breakwater.engine.signal;

import java.util.List;
import org.breakwater.engine.text.Span;

/**
 * Everything observed about one event: a value or "unknown" for every declared signal, by slot of
 * {@link SignalCatalog}.
 */
public interface Observation {
  /** The value of a flag. */
  Truth flag(int slot);

  /** The value of a number; NaN when unknown. */
  double number(int slot);

  /** The value of a text; null when unknown. */
  // A sentinel would be a legal text; the two callers (Atom, Trace) check at once.
  @org.jspecify.annotations.Nullable
  String text(int slot);

  /** Where the signal was seen, sorted; empty when it does not come from words or does not hold. */
  List<Span> evidence(int slot);

  /** Frames found, in order of scope; empty when none. */
  List<Frame> frames();

  /** Names of the families of cues seen, sorted; see {@link CueFamily}. */
  List<String> cues();

  /** The language the event was judged in, as a primary subtag; {@code und} when undetermined. */
  String lang();
}
