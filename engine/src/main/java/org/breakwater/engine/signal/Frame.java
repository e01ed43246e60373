package org.breakwater.engine.signal;

import org.breakwater.engine.text.Span;

/**
 * One frame found in an event.
 *
 * @param cue the words that open it
 * @param scope the words it governs
 */
public record Frame(FrameKind kind, Span cue, Span scope) {}
