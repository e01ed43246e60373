package org.breakwater.store.sample;

import java.time.LocalDate;

/**
 * Among how many posts was drawn.
 *
 * @param probability with which each was, in (0, 1]
 * @param events posts that could be drawn
 * @param drawn how many of them were
 */
public record Population(
    LocalDate day, String stratum, double probability, long events, long drawn) {}
