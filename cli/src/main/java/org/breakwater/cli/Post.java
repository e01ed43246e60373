package org.breakwater.cli;

import java.time.Instant;
import org.breakwater.engine.content.ContentEvent;

/**
 * One post to decide.
 *
 * @param at the time of judgement
 */
record Post(ContentEvent event, Instant at) {}
