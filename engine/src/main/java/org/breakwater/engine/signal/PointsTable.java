package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.LongTable;
import org.breakwater.engine.text.Span;
import org.breakwater.engine.text.WordTable;

/** {@link Points} of one language, made ready to be looked up without building names. */
final class PointsTable {
  private static final int NO_ROW = -1;
  private static final int NO_TOKEN = -1;
  private static final int EVIDENCE_MAX = 6;

  private final int columns;
  private final int[] slots;

  /** Row after row; short, so that all of them stay near the processor. */
  private final short[] points;

  private final WordTable words;

  /** Numbers of beginnings and of short words, as they stand in pairs. */
  private final WordTable begun;

  /** For each of those the row of longer words that begin so. */
  private final int[] beginnings;

  private final int start;
  private final int end;
  private final LongTable pairs;

  /** Rows of flags and cues by concept. */
  private final int[] observations = new int[Concept.names().size()];

  /** Rows of {@link Features#SETTINGS}. */
  private final int[] settings;

  /** The concepts that have a row. */
  private final int[] scored;

  private final int base;
  private final int unknown;
  private final int unknownMany;

  private PointsTable(Points points) {
    columns = points.scores().size();
    slots = points.scores().stream().mapToInt(SignalCatalog.STANDARD::slot).toArray();
    this.points = new short[points.rows().size() * columns];
    Map<String, Integer> rows = new HashMap<>();
    points
        .rows()
        .forEach(
            (feature, numbers) -> {
              int row = rows.size();
              rows.put(feature, row);
              for (int i = 0; i < columns; i++)
                this.points[row * columns + i] = numbers.get(i).shortValue();
            });
    Arrays.fill(observations, NO_ROW);
    rows.forEach(this::file);
    words = WordTable.of(words(rows));
    settings = Features.SETTINGS.stream().mapToInt(s -> rows.getOrDefault(s, NO_ROW)).toArray();
    Map<String, Integer> numbers = begun(rows.keySet());
    begun = WordTable.of(numbers);
    start = begun.find(Features.START);
    end = begun.find(Features.END);
    beginnings = new int[numbers.size()];
    numbers.forEach(
        (letters, number) ->
            beginnings[number] = rows.getOrDefault(Features.ofBeginning(letters), NO_ROW));
    scored =
        IntStream.range(0, observations.length).filter(c -> observations[c] != NO_ROW).toArray();
    pairs = pairs(rows);
    base = rows.getOrDefault(Features.BASE, NO_ROW);
    unknown = rows.getOrDefault(Features.UNKNOWN, NO_ROW);
    unknownMany = rows.getOrDefault(Features.UNKNOWN_MANY, NO_ROW);
  }

  static PointsTable of(Points points) {
    return new PointsTable(points);
  }

  private void file(String feature, int row) {
    Features.concept(feature).ifPresent(concept -> observations[concept] = row);
  }

  private static Map<String, Integer> words(Map<String, Integer> rows) {
    return rows.entrySet().stream()
        .filter(row -> Features.isWord(row.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, Integer> begun(Set<String> features) {
    var numbers = new HashMap<String, Integer>();
    for (String feature : features) {
      int blank = feature.indexOf(' ');
      if (blank >= 0) {
        numbers.putIfAbsent(feature.substring(0, blank), numbers.size());
        numbers.putIfAbsent(feature.substring(blank + 1), numbers.size());
      } else if (Features.isBeginning(feature)) {
        numbers.putIfAbsent(feature.substring(0, feature.length() - 1), numbers.size());
      }
    }
    return numbers;
  }

  private LongTable pairs(Map<String, Integer> rows) {
    var pairs = new HashMap<Long, Integer>();
    rows.forEach(
        (feature, row) -> {
          int blank = feature.indexOf(' ');
          if (blank < 0) return;
          int first = begun.find(feature.substring(0, blank));
          int second = begun.find(feature.substring(blank + 1));
          pairs.put(pair(first, second), row);
        });
    return LongTable.of(pairs);
  }

  private static long pair(int first, int second) {
    return (long) first << 32 | second;
  }

  /** The signal of each column. */
  int[] slots() {
    return slots;
  }

  /** The sum of each column, in hundredths of a natural logarithm of odds. */
  int[] sums(Reading reading, Observed observed) {
    var sum = new Sum();
    for (FoldedText text : reading.own()) walk(text, sum);
    walk(observed, sum);
    Features.settingsOf(reading, observed).stream().forEach(number -> sum.add(settings[number]));
    if (sum.unknown > 0) sum.add(unknown);
    if (sum.unknown >= Features.UNKNOWN_MANY_MIN) sum.add(unknownMany);
    return sum.scaled();
  }

  /** How many of a text's words are known. */
  int known(Reading reading) {
    int known = 0;
    for (FoldedText text : reading.own()) {
      for (int token = 0; token < text.size(); token++) {
        if (Features.isCounted(text, token) && words.find(Features.word(text, token)) != NO_ROW)
          known++;
      }
    }
    return known;
  }

  /** Told of each feature a text has, as often as it has it. */
  private interface Seen {
    /** A word that counts; {@code row} is {@link #NO_ROW} for one that is unknown. */
    void word(int row, FoldedText text, int token);

    void words(int row, FoldedText text, int first, int last);

    void observation(int row, int concept);
  }

  private final class Sum implements Seen {
    private final long[] met = new long[((points.length / columns) >> 6) + 1];
    private final int[] totals = new int[columns];
    private int length;
    private int unknown;

    @Override
    public void word(int row, FoldedText text, int token) {
      length++;
      if (row == NO_ROW) unknown++;
      add(row);
    }

    @Override
    public void words(int row, FoldedText text, int first, int last) {
      add(row);
    }

    @Override
    public void observation(int row, int concept) {
      add(row);
    }

    void add(int row) {
      if (row == NO_ROW || (met[row >> 6] & 1L << row) != 0) return;
      met[row >> 6] |= 1L << row;
      for (int i = 0; i < columns; i++) totals[i] += points[row * columns + i];
    }

    int[] scaled() {
      double scale = Features.scale(length);
      var scaled = new int[columns];
      for (int i = 0; i < columns; i++) {
        int begun = base == NO_ROW ? 0 : points[base * columns + i];
        scaled[i] = (int) Math.round(begun + totals[i] * scale);
      }
      return scaled;
    }
  }

  private void walk(Observed observed, Seen seen) {
    for (int concept : scored) {
      if (observed.has(concept)) seen.observation(observations[concept], concept);
    }
  }

  private void walk(FoldedText text, Seen seen) {
    int before = start;
    int beforeToken = NO_TOKEN;
    for (int token = 0; token < text.size(); token++) {
      if (!Features.isCounted(text, token)) continue;
      String word = Features.word(text, token);
      seen.word(words.find(word), text, token);
      int number = begun.find(word, Math.min(word.length(), Features.BEGINNING_LETTERS));
      boolean isBeginning = number >= 0 && Features.hasBeginning(word);
      if (isBeginning && beginnings[number] != NO_ROW)
        seen.words(beginnings[number], text, token, token);
      pair(before, number, text, beforeToken < 0 ? token : beforeToken, token, seen);
      before = number;
      beforeToken = token;
    }
    if (beforeToken >= 0) pair(before, end, text, beforeToken, beforeToken, seen);
  }

  private void pair(int before, int number, FoldedText text, int first, int last, Seen seen) {
    if (before < 0 || number < 0) return;
    int row = pairs.find(pair(before, number));
    if (row != NO_ROW) seen.words(row, text, first, last);
  }

  /** The words that speak most for a score, in order of place. */
  List<Span> evidence(int column, Reading reading, Observed observed) {
    var speaking = new ArrayList<Speaking>();
    var seen =
        new Seen() {
          @Override
          public void word(int row, FoldedText text, int token) {
            if (row != NO_ROW) words(row, text, token, token);
          }

          @Override
          public void words(int row, FoldedText text, int first, int last) {
            int counts = points[row * columns + column];
            if (counts > 0) speaking.add(new Speaking(counts, text.span(first, last)));
          }

          @Override
          public void observation(int row, int concept) {
            int counts = points[row * columns + column];
            if (counts <= 0) return;
            for (Span span : observed.wordsOf(concept)) speaking.add(new Speaking(counts, span));
          }
        };
    for (FoldedText text : reading.own()) walk(text, seen);
    walk(observed, seen);
    speaking.sort(Comparator.comparing(Speaking::points).reversed().thenComparing(Speaking::span));
    return speaking.stream().map(Speaking::span).distinct().limit(EVIDENCE_MAX).sorted().toList();
  }

  private record Speaking(int points, Span span) {}
}
