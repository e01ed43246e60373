package org.breakwater.engine.signal;

import java.util.List;
import java.util.Set;
import org.breakwater.engine.text.Break;
import org.breakwater.engine.text.FoldedText;
import org.breakwater.engine.text.PhraseIndex.Hit;
import org.breakwater.engine.text.TokenKind;

/** Finds the ways to reach somebody: numbers, addresses, user names, apps, help lines. */
final class Contacts {
  private static final int PHONE = SignalCatalog.STANDARD.slot("contact.phone");
  private static final int EMAIL = SignalCatalog.STANDARD.slot("contact.email");
  private static final int URL = SignalCatalog.STANDARD.slot("contact.url");
  private static final int APP = SignalCatalog.STANDARD.slot("contact.app");
  private static final int HANDOFF = SignalCatalog.STANDARD.slot("contact.handoff");
  private static final int OBFUSCATED = SignalCatalog.STANDARD.slot("contact.obfuscated");
  private static final int IMPOSTER = SignalCatalog.STANDARD.slot("contact.imposter");
  private static final int HELPLINE = SignalCatalog.STANDARD.slot("contact.helpline");

  private static final Set<String> MAIL_HOSTS =
      Set.of("gmail", "hotmail", "yahoo", "outlook", "icloud", "protonmail", "proton");

  private static final Set<String> SPOKEN_ENDINGS =
      Set.of("com", "org", "net", "info", "es", "mx", "uk", "io", "eu", "fr", "me");

  /** What precedes "at" when a place follows: look at, meet at. */
  private static final Set<String> VERBS_WITH_AT =
      Set.of("look", "looking", "meet", "see", "us", "me", "go", "visit", "find", "more", "is");

  /** A number has seven digits; two of them may be letters. */
  private static final int FIGURES_MIN = 5;

  private final Phones phones = new Phones();
  private final HelpLines lines;

  Contacts(HelpLines lines) {
    this.lines = lines;
  }

  void detect(FoldedText text, PhraseHits hits, Sightings sightings) {
    seeAll(hits, "contact.app", APP, sightings);
    seeAll(hits, "contact.handoff", HANDOFF, sightings);
    seeAll(hits, "contact.helpline", HELPLINE, sightings);
    seeAppsOfHandoffs(text, hits, sightings);
    Marks marks = Marks.of(text.original());
    List<WebAddress> addresses = List.of();
    if (marks.dot() || marks.at()) {
      addresses = WebAddresses.in(text.original());
      for (WebAddress address : addresses) see(address, text, sightings);
    }
    if (marks.at()) Handles.detectAt(text, sightings);
    if (marks.label()) Handles.detectLabelled(text, sightings);
    if (marks.digits() >= FIGURES_MIN) detectNumbers(text, hits, addresses, sightings);
    if (hits.of("number.word").size() >= 3) detectSaid(text, hits, sightings);
    detectSpokenAddresses(text, sightings);
  }

  private static void seeAll(PhraseHits hits, String concept, int slot, Sightings sightings) {
    for (Hit hit : hits.of(concept)) sightings.saw(slot, hit.first(), hit.last());
  }

  /** An app named beside an invitation is the way to the author. */
  private static void seeAppsOfHandoffs(FoldedText text, PhraseHits hits, Sightings sightings) {
    for (Hit hit : hits.of("contact.handoff")) {
      if (ContactWords.namesApp(text, hit.first(), hit.last())) {
        sightings.saw(APP, hit.first(), hit.last());
      }
    }
  }

  private static void see(WebAddress address, FoldedText text, Sightings sightings) {
    int start = address.start();
    int end = address.end();
    switch (address.kind()) {
      case EMAIL -> Offsets.saw(sightings, EMAIL, text, start, end);
      case URL -> Offsets.saw(sightings, URL, text, start, end);
      case APP -> {
        Offsets.saw(sightings, URL, text, start, end);
        Offsets.saw(sightings, APP, text, start, end);
      }
    }
  }

  private void detectNumbers(
      FoldedText text, PhraseHits hits, List<WebAddress> addresses, Sightings sightings) {
    for (DigitRun run : DigitRuns.in(text.original())) {
      int first = Offsets.tokenAt(text, run.start());
      int last = Offsets.tokenBefore(text, run.end());
      if (first > last) continue;
      boolean linked = isIn(addresses, run, WebAddress.Kind.APP);
      if (!linked && (isIn(addresses, run) || isThing(run, text, first, last))) continue;
      boolean cued = linked || run.disguised() || ContactWords.asksToCall(text, hits, first, last);
      if (!phones.isPhone(run, cued)) continue;
      sawPhone(text, hits, first, last, sightings);
      if (lines.isImposter(run.digits(), text)) sightings.saw(IMPOSTER, first, last);
      if (run.disguised() || run.isSpelledOut()) sightings.saw(OBFUSCATED, first, last);
    }
  }

  private static void sawPhone(
      FoldedText text, PhraseHits hits, int first, int last, Sightings sightings) {
    sightings.saw(PHONE, first, last);
    if (ContactWords.namesHelp(text, hits, first, last)) {
      sightings.saw(HELPLINE, first, last);
      return;
    }
    boolean app = ContactWords.namesApp(text, hits, first, last);
    if (app) sightings.saw(APP, first, last);
    if (app || ContactWords.pointsAt(text, first, last)) sightings.saw(HANDOFF, first, last);
  }

  private void detectSaid(FoldedText text, PhraseHits hits, Sightings sightings) {
    for (SpelledDigits.Said said : SpelledDigits.in(text)) {
      if (said.digits().length() > 8 && !phones.isPossible(said.digits())) continue;
      sawPhone(text, hits, said.first(), said.last(), sightings);
      sightings.saw(OBFUSCATED, said.first(), said.last());
    }
  }

  private static boolean isIn(List<WebAddress> addresses, DigitRun run) {
    return addresses.stream().anyMatch(address -> address.overlaps(run.start(), run.end()));
  }

  private static boolean isIn(List<WebAddress> addresses, DigitRun run, WebAddress.Kind kind) {
    return addresses.stream().anyMatch(a -> a.kind() == kind && a.overlaps(run.start(), run.end()));
  }

  /** A sum or an identifier. */
  private static boolean isThing(DigitRun run, FoldedText text, int first, int last) {
    if (Currencies.isSignBefore(text.original(), run.start())) return true;
    if (!run.international() && ContactWords.namesIdentifier(text, first)) return true;
    return last + 1 < text.size()
        && text.before(last + 1) == Break.NONE
        && (Currencies.isCurrency(text.word(last + 1)) || text.word(last + 1).equals("%"));
  }

  /** Addresses in words: maria at example dot org, maria arroba example punto com. */
  private static void detectSpokenAddresses(FoldedText text, Sightings sightings) {
    for (int token = 1; token + 1 < text.size(); token++) {
      String word = text.word(token);
      if (word.length() > 6 || "ad@p".indexOf(word.charAt(0)) < 0) continue;
      if (word.equals("arroba") || word.equals("@") || word.equals("at")) {
        detectMail(text, token, sightings);
      } else if (isDot(word)) {
        detectWeb(text, token, sightings);
      }
    }
  }

  private static void detectMail(FoldedText text, int at, Sightings sightings) {
    if (text.word(at).equals("at") && VERBS_WITH_AT.contains(text.word(at - 1))) return;
    if (text.kind(at - 1) == TokenKind.SIGN) return;
    boolean host = MAIL_HOSTS.contains(text.word(at + 1));
    boolean dotted =
        at + 3 < text.size()
            && isDot(text.word(at + 2))
            && SPOKEN_ENDINGS.contains(text.word(at + 3));
    if (dotted) sightings.saw(EMAIL, at - 1, at + 3);
    else if (host) sightings.saw(EMAIL, at - 1, at + 1);
  }

  private static void detectWeb(FoldedText text, int dot, Sightings sightings) {
    String before = text.word(dot - 1);
    boolean mail = dot >= 2 && (isAt(text.word(dot - 2)) || MAIL_HOSTS.contains(before));
    String ending = text.word(dot + 1);
    boolean known = ending.equals("com") || ending.equals("org") || ending.equals("net");
    if (known && !mail && before.length() > 2) sightings.saw(URL, dot - 1, dot + 1);
  }

  private static boolean isDot(String word) {
    return word.equals("dot") || word.equals("punto");
  }

  private static boolean isAt(String word) {
    return word.equals("arroba") || word.equals("@") || word.equals("at");
  }
}
