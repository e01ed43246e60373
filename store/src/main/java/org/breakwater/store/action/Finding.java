package org.breakwater.store.action;

import java.time.Instant;

/**
 * What somebody found who looked at an account before it is closed.
 *
 * @param victim {@code yes}, {@code no} or {@code unsure}, as are the next two
 * @param notes one a line, of those three
 */
public record Finding(
    String person,
    boolean confirms,
    String victim,
    String coercion,
    String compromise,
    String notes,
    String reason,
    Instant at) {}
