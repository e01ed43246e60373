package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.breakwater.engine.content.GroupHistory;
import org.breakwater.engine.content.History;
import org.breakwater.engine.content.Past;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.Span;
import org.jspecify.annotations.Nullable;

/** An observation being made; read-only once the observer hands it out. */
final class Observed implements Observation {
  // Neighbours in the catalogue.
  private static final int STRIKES = SignalCatalog.STANDARD.slot("author.strikes");
  private static final int PRIOR_CONFIRMED = SignalCatalog.STANDARD.slot("author.prior_confirmed");
  private static final int DAYS_SINCE_STRIKE =
      SignalCatalog.STANDARD.slot("author.days_since_strike");
  private static final int GROUP_CONFIRMED = SignalCatalog.STANDARD.slot("group.confirmed");
  private static final int GROUP_SHARE = SignalCatalog.STANDARD.slot("group.violating_share");

  private final Truth[] flags = new Truth[SignalCatalog.STANDARD.size()];
  private final double[] numbers = new double[SignalCatalog.STANDARD.size()];
  private final @Nullable String[] texts = new @Nullable String[SignalCatalog.STANDARD.size()];
  private final @Nullable List<Span>[] evidence = emptyTable(SignalCatalog.STANDARD.size());

  @SuppressWarnings({"unchecked", "rawtypes"})
  private final @Nullable List<Cue>[] cues =
      (@Nullable List<Cue>[]) new List[Concept.names().size() - SignalCatalog.STANDARD.size()];

  /** By number slot, what finds its words. */
  private final Map<Integer, Supplier<List<Span>>> sought = new HashMap<>(0);

  private final List<Frame> frames = new ArrayList<>(2);
  private final Past past;
  private boolean askedForAuthor;
  private boolean askedForGroup;
  private String lang = "und";

  /** Of what has no history that could be asked for. */
  Observed() {
    this(Past.UNKNOWN);
  }

  /**
   * @param past asked at most once each, and only where a condition does
   */
  Observed(Past past) {
    this.past = past;
    Arrays.fill(flags, Truth.FALSE);
    Arrays.fill(numbers, Double.NaN);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<Span>[] emptyTable(int size) {
    return (@Nullable List<Span>[]) new List[size];
  }

  void set(int slot, Truth value) {
    flags[slot] = value;
  }

  void set(int slot, double value) {
    numbers[slot] = value;
  }

  void set(int slot, String value) {
    texts[slot] = value;
  }

  void saw(int slot, Span span) {
    flags[slot] = Truth.TRUE;
    List<Span> spans = evidence[slot];
    if (spans == null) evidence[slot] = spans = new ArrayList<>(2);
    if (!spans.contains(span)) spans.add(span);
  }

  /** The flag holds because others do; their evidence becomes its own. */
  void follows(int slot, int... from) {
    flags[slot] = Truth.TRUE;
    for (int source : from) {
      for (Span span : List.copyOf(evidence(source))) saw(slot, span);
    }
  }

  void forget(int slot) {
    flags[slot] = Truth.FALSE;
    evidence[slot] = null;
  }

  /** Notes a cue of a family. */
  void cue(FoldedText text, Hit hit) {
    int family = hit.concept() - SignalCatalog.STANDARD.size();
    List<Cue> seen = cues[family];
    if (seen == null) cues[family] = seen = new ArrayList<>(1);
    seen.add(new Cue(text, hit));
  }

  /** A cue, whose place is worked out only where it is evidence. */
  private record Cue(FoldedText text, Hit hit) {
    Span span() {
      return text.span(hit.first(), hit.last());
    }
  }

  /** Where a flag's or a cue's words stand; empty where it was not seen. */
  List<Span> wordsOf(int concept) {
    if (concept < SignalCatalog.STANDARD.size()) return evidence(concept);
    List<Cue> seen = cues[concept - SignalCatalog.STANDARD.size()];
    return seen == null ? List.of() : seen.stream().map(Cue::span).toList();
  }

  /** Whether a flag holds or a cue was seen. */
  boolean has(int concept) {
    return concept < SignalCatalog.STANDARD.size()
        ? holds(concept)
        : cues[concept - SignalCatalog.STANDARD.size()] != null;
  }

  /** Gives a number its words, which are sought only when somebody asks: few posts are asked. */
  void attach(int slot, Supplier<List<Span>> words) {
    sought.put(slot, words);
  }

  void add(Frame frame) {
    frames.add(frame);
  }

  void lang(String primarySubtag) {
    lang = primarySubtag;
  }

  boolean holds(int slot) {
    return flags[slot] == Truth.TRUE;
  }

  Observation finished() {
    for (List<Span> spans : evidence) {
      if (spans != null && spans.size() > 1) keepWidest(spans);
    }
    return this;
  }

  /** Sorts, and drops each span that lies within another: the longest phrase says it best. */
  private static void keepWidest(List<Span> spans) {
    spans.sort(null);
    var all = List.copyOf(spans);
    spans.removeIf(span -> all.stream().anyMatch(other -> isWithin(span, other)));
  }

  private static boolean isWithin(Span span, Span other) {
    return !span.equals(other)
        && span.field().equals(other.field())
        && other.start() <= span.start()
        && span.end() <= other.end();
  }

  @Override
  public Truth flag(int slot) {
    return flags[slot];
  }

  @Override
  public double number(int slot) {
    if (slot >= STRIKES && slot <= GROUP_SHARE) ask(slot);
    return numbers[slot];
  }

  private void ask(int slot) {
    boolean ofGroup = slot == GROUP_CONFIRMED || slot == GROUP_SHARE;
    if (ofGroup && !askedForGroup) askForGroup();
    if (!ofGroup && !askedForAuthor) askForAuthor();
  }

  private void askForGroup() {
    askedForGroup = true;
    switch (past.group()) {
      case GroupHistory.Unknown _ -> {}
      case GroupHistory.Known(int confirmed, OptionalDouble share) -> {
        numbers[GROUP_CONFIRMED] = confirmed;
        share.ifPresent(percent -> numbers[GROUP_SHARE] = percent);
      }
    }
  }

  private void askForAuthor() {
    askedForAuthor = true;
    switch (past.author()) {
      case History.Unknown _ -> {}
      case History.Known(int strikes, int confirmed, int days) -> {
        numbers[STRIKES] = strikes;
        numbers[PRIOR_CONFIRMED] = confirmed;
        if (strikes > 0) numbers[DAYS_SINCE_STRIKE] = days;
      }
    }
  }

  @Override
  public @Nullable String text(int slot) {
    return texts[slot];
  }

  @Override
  public List<Span> evidence(int slot) {
    Supplier<List<Span>> words = sought.get(slot);
    if (words != null) {
      var found = new ArrayList<>(words.get());
      keepWidest(found);
      return found;
    }
    List<Span> spans = evidence[slot];
    return spans == null ? List.of() : spans;
  }

  @Override
  public List<Frame> frames() {
    return frames;
  }

  @Override
  public List<String> cues() {
    var names = new ArrayList<String>();
    for (int family = 0; family < cues.length; family++) {
      if (cues[family] != null)
        names.add(Concept.names().get(family + SignalCatalog.STANDARD.size()));
    }
    names.sort(null);
    return names;
  }

  @Override
  public String lang() {
    return lang;
  }
}
