package org.breakwater.engine;

import java.util.function.Supplier;

/**
 * A verdict, and why, for whoever asks: what was observed for it is not observed again.
 *
 * @param trace the same as {@link Engine#explain} gives; for use by the thread that judged, before
 *     it goes on to another event
 */
public record Judgement(Verdict verdict, Supplier<Trace> trace) {}
