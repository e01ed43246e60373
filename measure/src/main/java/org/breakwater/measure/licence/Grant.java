package org.breakwater.measure.licence;

import org.breakwater.engine.content.Surface;
import org.breakwater.measure.statistics.Proportion;

/**
 * One licence to act.
 *
 * @param lookAlikes wrong removals among held look-alikes of the language
 * @param benign wrong removals among all benign posts
 */
public record Grant(
    String clause, String language, Surface surface, Proportion lookAlikes, Proportion benign) {}
