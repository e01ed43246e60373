package org.breakwater.engine.text;

/** How strongly a token is set apart from the one before it; ordered from weak to strong. */
public enum Break {
  /** White space or nothing. */
  NONE,
  /** Comma, semicolon, dash, bracket, colon. */
  CLAUSE,
  /** Full stop, question mark, exclamation mark, a list bullet. */
  SENTENCE,
  /** A new line. */
  LINE;
}
