package org.breakwater.engine.text;

import java.util.Set;

/** Whether and how digits and signs inside a word stand for letters. */
enum Leet {
  /** They do not. */
  NONE,
  /** They do, and {@code 1} is an i. */
  ONE_IS_I,
  /** They do, and {@code 1} is an l. */
  ONE_IS_L;

  /** How sure it is that a run of letters, digits and signs is a disguised word. */
  enum Verdict {
    PLAIN,
    /** Perhaps: {@code coyot3}, {@code viaje$}; the plain tokens stand, the word is tried too. */
    PERHAPS,
    /** {@code c0y0te}, {@code wh4ts4pp}. */
    CERTAIN
  }

  private static final int UNITS_MAX = 40;
  private static final int FIGURES_MAX = 4;
  private static final int DIGITS_MAX = 2;

  /** What follows a number without a blank and leaves it a number. */
  private static final Set<String> MEASURES =
      Set.of(
          "am", "pm", "a", "p", "h", "hr", "hrs", "hs", "m", "min", "mins", "s", "seg", "sec", "k",
          "mil", "mill", "usd", "eur", "gbp", "mxn", "mx", "us", "dls", "dlls", "pesos", "euros",
          "km", "kms", "kg", "g", "mg", "cm", "mm", "mts", "ft", "lb", "lbs", "x", "st", "nd", "rd",
          "th", "er", "ro", "do", "to", "mo", "vo", "no", "d", "dias", "days", "gb", "mb", "c", "e",
          "yo", "yrs", "y", "u", "w", "v");

  /** The letter a figure stands for; the figure itself when it stands for none. */
  char letter(char figure) {
    return switch (figure) {
      case '0' -> 'o';
      case '1', '!' -> this == ONE_IS_L ? 'l' : 'i';
      case '3', '€' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '7', '+' -> 't';
      case '8' -> 'b';
      case '¢' -> 'c';
      default -> figure;
    };
  }

  static boolean isFigure(char figure) {
    return ONE_IS_I.letter(figure) != figure;
  }

  /** The end of a run of letters, digits and signs; {@code from} when it has letters only. */
  static int runEnd(Units units, int from) {
    int at = from;
    boolean mixed = false;
    while (true) {
      CharKind kind = units.kind(at);
      boolean letter = kind == CharKind.LETTER && !units.has(at, FoldTable.SOLO);
      boolean figure = kind == CharKind.DIGIT || (at > from && continues(units, at));
      if (!letter && !figure) return mixed ? at : from;
      mixed |= figure;
      at++;
    }
  }

  /** Whether a sign belongs to the run before it: more of the word follows, or it is a final s. */
  private static boolean continues(Units units, int at) {
    boolean sign = units.kind(at) == CharKind.SIGN || units.is(at, '!');
    if (!sign || !isFigure((char) units.codePoint(at))) return false;
    return units.isLetterOrDigit(at + 1) || units.is(at, '$') || units.is(at + 1, '$');
  }

  /** Judges the units from {@code from} to before {@code to}: letters, digits and signs. */
  static Verdict judge(Units units, int from, int to) {
    if (to - from < 3 || to - from > UNITS_MAX || isMeasure(units, from, to)) return Verdict.PLAIN;
    int letters = 0;
    int inner = 0;
    boolean digits = false;
    int at = from;
    while (at < to) {
      int end = at + 1;
      boolean letter = isLetter(units, at);
      while (end < to && isLetter(units, end) == letter) end++;
      if (letter) letters += end - at;
      else if (!areFigures(units, at, end)) return Verdict.PLAIN;
      else if (at > from && (end < to || mixesDigitsAndSigns(units, at, end))) inner++;
      digits |= units.kind(at) == CharKind.DIGIT;
      at = end;
    }
    if (isNamed(units, from) || isAddress(units, from, to)) return Verdict.PLAIN;
    // One sign alone may be a mention or a missing blank: `RT@name`, `late!Come`.
    if (letters >= 2 && (inner > 1 || (inner > 0 && digits))) return Verdict.CERTAIN;
    return letters >= 3 && to - from >= 4 ? Verdict.PERHAPS : Verdict.PLAIN;
  }

  /** Whether the run is a user name, a hashtag or part of an address, where digits are usual. */
  private static boolean isNamed(Units units, int from) {
    return units.is(from - 1, '@') || units.is(from - 1, '#') || units.is(from - 1, '/');
  }

  /** Whether an e-mail address runs through these units: an at sign here, a dot behind. */
  private static boolean isAddress(Units units, int from, int to) {
    if (!units.is(to, '.') || !units.isLetterOrDigit(to + 1)) return false;
    for (int unit = from; unit < to; unit++) {
      if (units.is(unit, '@')) return true;
    }
    return false;
  }

  private static boolean isMeasure(Units units, int from, int to) {
    int at = from;
    while (at < to && units.kind(at) == CharKind.DIGIT) at++;
    if (at == from) return false;
    var unit = new StringBuilder();
    while (at < to && isLetter(units, at)) unit.append(FoldTable.folded(units.entry(at++)));
    return MEASURES.contains(unit.toString());
  }

  private static boolean isLetter(Units units, int unit) {
    return units.kind(unit) == CharKind.LETTER;
  }

  private static boolean mixesDigitsAndSigns(Units units, int from, int to) {
    int digits = 0;
    for (int unit = from; unit < to; unit++) {
      if (units.kind(unit) == CharKind.DIGIT) digits++;
    }
    return digits > 0 && digits < to - from;
  }

  /** Whether all are figures that stand for letters, and few enough to be. */
  private static boolean areFigures(Units units, int from, int to) {
    if (to - from > FIGURES_MAX) return false;
    int digits = 0;
    for (int unit = from; unit < to; unit++) {
      boolean digit = units.kind(unit) == CharKind.DIGIT;
      if (digit && ++digits > DIGITS_MAX) return false;
      char figure = digit ? FoldTable.folded(units.entry(unit)) : (char) units.codePoint(unit);
      if (!isFigure(figure)) return false;
    }
    return true;
  }
}
