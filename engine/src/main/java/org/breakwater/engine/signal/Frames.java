package org.breakwater.engine.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;

/**
 * Finds the frames of one text. Each kind has cues in the lexicon, a scope, and a rank.
 *
 * <pre>
 * kind          cue                              scope
 * quotation     marks, "> ", said-verb + colon   the quoted words
 * reporting     police said, told me             the sentence
 *               arrested, sentenced (news)       from that sentence to the end
 * negation      not, never, nunca                eight tokens onward within the clause
 * condemnation  shame on, malditos               the post
 * warning       beware, cuidado, estafa          the post
 * question      ?, who, how                      the sentence
 * hypothetical  what if, imagine                 from the cue to the end of the sentence
 * fiction       novel, film, game                the post
 * law           bill, court, study               the sentence
 * </pre>
 *
 * Two rules of rank. An own offer outranks: a warning, condemnation, news or fiction that opens a
 * post ends where the author, outside quotation marks, says that he provides or asks to be
 * contacted in private. And a cue inside a longer phrase of the lexicon is no cue: "no visa needed"
 * negates nothing.
 */
final class Frames {
  private static final int NEGATION_TOKENS = 8;
  private static final int PROVIDES = Concept.number("speaker.provides");
  private static final int HANDOFF = Concept.number("contact.handoff");
  private static final int WARNING = Concept.number("frame.warning");
  private static final int CONDEMNATION = Concept.number("frame.condemnation");
  private static final int FICTION = Concept.number("frame.fiction");
  private static final int REPORTING = Concept.number("frame.reporting");
  private static final int LAW = Concept.number("frame.law");
  private static final int HYPOTHETICAL = Concept.number("frame.hypothetical");
  private static final int NEGATION = Concept.number("frame.negation");
  private static final int QUESTION = Concept.number("frame.question");
  private static final int NEWS = Concept.number(Concept.NEWS);
  private static final int HEARSAY = Concept.number(Concept.HEARSAY);
  private static final int[] SAYS_WHOSE_WORDS = {REPORTING, HEARSAY, NEWS};

  private final FoldedText text;
  private final Hits hits;
  private final Sentences sentences;
  private final List<Scope> scopes = new ArrayList<>();

  private Frames(FoldedText text, Hits hits) {
    this.text = text;
    this.hits = hits;
    this.sentences = new Sentences(text);
  }

  /** All frames, by first token, then rank. */
  static List<Scope> find(FoldedText text, Hits hits) {
    if (text.size() == 0) return List.of();
    var frames = new Frames(text, hits);
    frames.collect();
    frames.scopes.sort(Comparator.comparingInt(Scope::first).thenComparing(Scope::kind));
    return frames.scopes;
  }

  private void collect() {
    List<Scope> quotations = Quotations.find(text, hits);
    int end = text.size() - 1;
    for (Hit cue : cues(WARNING)) opening(FrameKind.WARNING, cue, 0, quotations);
    for (Hit cue : cues(CONDEMNATION)) opening(FrameKind.CONDEMNATION, cue, 0, quotations);
    for (Hit cue : cues(FICTION)) opening(FrameKind.FICTION, cue, 0, quotations);
    for (Hit cue : cues(NEWS)) {
      opening(FrameKind.REPORTING, cue, sentences.start(cue.first()), quotations);
    }
    for (Hit cue : cues(REPORTING)) sentence(FrameKind.REPORTING, cue, false);
    for (Hit cue : cues(HEARSAY)) sentence(FrameKind.REPORTING, cue, true);
    for (Hit cue : cues(LAW)) sentence(FrameKind.LAW, cue, false);
    for (Hit cue : cues(HYPOTHETICAL)) {
      add(FrameKind.HYPOTHETICAL, cue, cue.first(), sentences.end(cue.last()), false);
    }
    for (Hit cue : cues(NEGATION)) {
      int last = Math.min(sentences.clauseEnd(cue.last()), cue.last() + NEGATION_TOKENS);
      add(FrameKind.NEGATION, cue, cue.first(), last, false);
    }
    questions(end);
    scopes.addAll(quotations);
    endQuotationsBeforeOwnOffer();
  }

  private List<Hit> cues(int concept) {
    List<Hit> found = hits.of(concept);
    if (found.isEmpty()) return found;
    return found.stream().filter(cue -> !isInsideLongerPhrase(cue)).toList();
  }

  private boolean isInsideLongerPhrase(Hit cue) {
    for (Hit hit : hits.plain()) {
      boolean longer = hit.length() > cue.length() && hit.concept() != cue.concept();
      if (longer && hit.first() <= cue.first() && cue.last() <= hit.last()) return true;
    }
    return false;
  }

  private void add(FrameKind kind, Hit cue, int first, int last, boolean hearsay) {
    scopes.add(new Scope(kind, cue.first(), cue.last(), first, last, hearsay));
  }

  private void sentence(FrameKind kind, Hit cue, boolean hearsay) {
    add(kind, cue, sentences.start(cue.first()), sentences.end(cue.last()), hearsay);
  }

  private void opening(FrameKind kind, Hit cue, int first, List<Scope> quotations) {
    int end = text.size() - 1;
    int offer = ownOfferAfter(cue, quotations);
    add(kind, cue, first, offer < 0 ? end : offer - 1, false);
  }

  /** First token of the clause in which the author's own offer begins after the cue, or -1. */
  private int ownOfferAfter(Hit cue, List<Scope> quotations) {
    int earliest = -1;
    for (int concept : new int[] {PROVIDES, HANDOFF}) {
      for (Hit hit : hits.of(concept)) {
        int start = sentences.clauseStart(hit.first());
        boolean later = start > cue.last() && !isIntroducedByColon(start);
        boolean own = quotations.stream().noneMatch(quotation -> quotation.covers(hit));
        if (later && own && !isRetold(hit) && (earliest < 0 || start < earliest)) earliest = start;
      }
    }
    return earliest;
  }

  private boolean isIntroducedByColon(int clauseStart) {
    return clauseStart > 0 && sentences.isFollowedBy(clauseStart - 1, ':');
  }

  /** Whether the hit stands in a sentence that says whose words these are. */
  private boolean isRetold(Hit hit) {
    int from = sentences.start(hit.first());
    int to = sentences.end(hit.last());
    for (int concept : SAYS_WHOSE_WORDS) {
      for (Hit cue : hits.of(concept)) {
        if (cue.first() >= from && cue.last() <= to) return true;
      }
    }
    return false;
  }

  private void questions(int end) {
    for (int start = 0; start <= end; ) {
      int last = sentences.end(start);
      if (sentences.isFollowedBy(last, '?') || opensWithQuestionWord(start)) {
        scopes.add(new Scope(FrameKind.QUESTION, start, start, start, last, false));
      }
      start = last + 1;
    }
  }

  private boolean opensWithQuestionWord(int start) {
    for (Hit hit : hits.of(QUESTION)) {
      boolean opensClause = hit.first() == start || text.before(hit.first()) != Break.NONE;
      if (hit.first() >= start && hit.first() <= sentences.end(start) && opensClause) return true;
    }
    return false;
  }

  /**
   * A quotation with nothing said about it, followed by an own contact, is the author's
   * advertisement in quotation marks.
   */
  private void endQuotationsBeforeOwnOffer() {
    for (Scope scope : scopes) {
      if (takesStance(scope)) return;
    }
    scopes.removeIf(scope -> scope.kind() == FrameKind.QUOTATION && isFollowedByOwnContact(scope));
  }

  private static boolean takesStance(Scope scope) {
    return switch (scope.kind()) {
      case WARNING, CONDEMNATION, REPORTING, FICTION, LAW -> true;
      case NEGATION, HYPOTHETICAL, QUOTATION, QUESTION -> false;
    };
  }

  private boolean isFollowedByOwnContact(Scope quotation) {
    for (Hit hit : hits.of(HANDOFF)) {
      boolean outside =
          scopes.stream()
              .noneMatch(scope -> scope.kind() == FrameKind.QUOTATION && scope.covers(hit));
      if (outside && hit.first() > quotation.last()) return true;
    }
    return false;
  }
}
