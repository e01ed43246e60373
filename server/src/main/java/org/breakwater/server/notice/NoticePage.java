package org.breakwater.server.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.casework.appeal.AppealClock;
import org.breakwater.casework.appeal.AppealResult;
import org.breakwater.casework.notice.Language;
import org.breakwater.casework.notice.NoticeText;
import org.breakwater.casework.notice.NoticeWords;
import org.breakwater.casework.notice.StatementOfReasons;
import org.breakwater.engine.text.Span;
import org.breakwater.store.decision.Appeal;
import org.breakwater.store.decision.Dossiers;
import org.breakwater.store.decision.Ruling;

/**
 * What the page of a notice shows, ready for its template.
 *
 * @param say words by their key
 * @param help first of all; empty where nothing says that help is needed
 * @param news what happened since, newest first
 * @param reason of the person who decided an appeal, in their words; empty for none
 * @param pieces the person's own words in order; empty when they are no longer kept
 * @param wordsNote about them
 * @param canAppeal whether the form is shown
 * @param fault of the form as it was sent; empty for none
 * @param policy where the whole policy is read
 */
record NoticePage(
    Language language,
    String token,
    String title,
    Map<String, String> say,
    List<String> help,
    List<String> news,
    String reason,
    List<Piece> pieces,
    String wordsNote,
    List<Part> parts,
    Part appeal,
    Part proof,
    boolean canAppeal,
    String fault,
    boolean muted,
    String policy) {

  /** Where cards with help are; the language's code is to follow. */
  static final String HELP = "/help/card?lang=";

  private static final List<String> SAID =
      List.of(
          "help.heading",
          "help.link",
          "help.other",
          "words.heading",
          "rule.link",
          "appeal.label",
          "appeal.hint",
          "appeal.send",
          "appeal.reason",
          "control.heading",
          "control.mute",
          "control.muted",
          "control.unmute",
          "control.languages");

  /** A stretch of words. */
  record Piece(String text, boolean marked) {}

  /** A heading and what stands below it. */
  record Part(String heading, List<String> paragraphs, List<String> items) {
    static Part of(NoticeText.Section section) {
      return new Part(section.heading(), section.paragraphs(), section.items());
    }
  }

  /** A language to choose. */
  record Choice(String code, String name, boolean chosen) {}

  /**
   * What it is made of beside its token.
   *
   * @param kept the words; empty when they are no longer kept
   * @param appeal the newest on the decision; empty for none
   */
  record Matter(
      Optional<Dossiers.Kept> kept,
      Aftermath since,
      Optional<Appeal> appeal,
      boolean muted,
      String fault) {}

  static NoticePage of(
      NoticeToken token, String link, Matter matter, NoticeText text, String policy) {
    NoticeWords words = NoticeWords.in(text.language());
    StatementOfReasons statement = matter.since().statement();
    boolean open = matter.appeal().filter(Appeal::isOpen).isPresent();
    return new NoticePage(
        text.language(),
        link,
        text.subject(),
        SAID.stream().collect(Collectors.toUnmodifiableMap(key -> key, words::say)),
        text.help().map(NoticeText.Section::paragraphs).orElse(List.of()),
        news(matter, statement, words),
        reason(matter),
        pieces(matter.kept().map(Dossiers.Kept::text).orElse(""), token.marked()),
        note(matter, token, words),
        Stream.of(text.what(), text.rule(), text.prohibited(), text.allowed(), text.how())
            .map(Part::of)
            .toList(),
        Part.of(text.appeal()),
        Part.of(text.proof()),
        !open && !matter.since().isLifted(),
        matter.fault(),
        matter.muted(),
        policy);
  }

  private static List<String> news(Matter matter, StatementOfReasons statement, NoticeWords words) {
    List<String> news = new ArrayList<>();
    matter.appeal().ifPresent(appeal -> news.addAll(news(appeal, words)));
    boolean told = matter.appeal().filter(appeal -> !appeal.isOpen()).isPresent();
    if (matter.since().isLifted() && !told) news.add(words.say("lifted"));
    boolean forgotten = matter.kept().isEmpty() && matter.since().rulings().isEmpty();
    if (forgotten) news.add(words.say("past", "on", statement.on()));
    return news;
  }

  private static List<String> news(Appeal appeal, NoticeWords words) {
    return switch (appeal.state()) {
      case Appeal.State.Filed _, Appeal.State.Acknowledged _ ->
          List.of(
              words.say("appeal.received", Map.of("number", appeal.number())),
              words.say(
                  "appeal.open",
                  Map.of("on", words.day(appeal.filedOn()), "days", AppealClock.TARGET_DAYS)));
      case Appeal.State.Decided(var _, var result) ->
          List.of(
              words.say(result == AppealResult.OVERTURNED ? "appeal.overturned" : "appeal.upheld"));
    };
  }

  private static String reason(Matter matter) {
    return matter
        .appeal()
        .filter(appeal -> appeal.state() instanceof Appeal.State.Decided)
        .map(appeal -> ((Appeal.State.Decided) appeal.state()).ruling())
        .flatMap(
            name ->
                matter.since().rulings().stream()
                    .filter(ruling -> ruling.ruling().equals(name))
                    .map(Ruling::reason)
                    .findFirst())
        .orElse("");
  }

  private static String note(Matter matter, NoticeToken token, NoticeWords words) {
    if (matter.kept().isEmpty()) return words.say("words.gone");
    return words.say(token.marked().isEmpty() ? "words.whole" : "words.marked");
  }

  /** The text cut where marks begin and end; marks that lie outside are passed over. */
  static List<Piece> pieces(String text, List<Span> marked) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Span span : marked) {
      if (span.start() < at || span.end() > text.length() || span.end() == span.start()) continue;
      if (span.start() > at) pieces.add(new Piece(text.substring(at, span.start()), false));
      pieces.add(new Piece(text.substring(span.start(), span.end()), true));
      at = span.end();
    }
    if (at < text.length()) pieces.add(new Piece(text.substring(at), false));
    return pieces;
  }

  public List<Choice> choices() {
    return Arrays.stream(Language.values())
        .map(
            each -> new Choice(each.code(), NoticeWords.in(each).say("language"), each == language))
        .toList();
  }

  public String lang() {
    return language.code();
  }

  public String dir() {
    return language.direction();
  }

  public String helpLink() {
    return HELP + language.code();
  }

  public boolean helpFirst() {
    return !help.isEmpty();
  }

  /** What an HTML form may hold, which counts a line end as one character. */
  public int textMax() {
    return AppealFiling.TEXT_MAX;
  }
}
