package org.breakwater.adapter.bridge;

/**
 * A deed to carry out.
 *
 * @param message Breakwater's name for it, the same each time it is sent
 * @param content the platform's own id, digits only
 */
public record Order(String message, Deed deed, String content) {}
