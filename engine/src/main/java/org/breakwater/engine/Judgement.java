package org.breakwater.engine;

import java.util.List;
import java.util.function.Supplier;
import org.breakwater.engine.signal.Observation;

/**
 * A verdict, and why, for whoever asks: what was observed for it is not observed again.
 *
 * @param seen what was observed with each policy's lexicon, in the order of the engine's policies;
 *     empty for content that may not be judged
 * @param trace the same as {@link Engine#explain} gives; for use by the thread that judged, before
 *     it goes on to another event
 */
public record Judgement(Verdict verdict, List<Observation> seen, Supplier<Trace> trace) {}
