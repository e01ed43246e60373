package org.breakwater.server.notice;

import java.time.LocalDate;
import java.util.Optional;
import org.breakwater.store.decision.Appeal;
import org.breakwater.store.decision.Appeals;
import org.breakwater.store.decision.Dossiers;

/** Takes an appeal, whichever form it came by. */
public final class AppealFiling {
  static final int TEXT_MAX = 2_000;

  private final Appeals appeals;
  private final Dossiers dossiers;
  private final NoticeFigures figures;

  public AppealFiling(Appeals appeals, Dossiers dossiers, NoticeFigures figures) {
    this.appeals = appeals;
    this.dossiers = dossiers;
    this.figures = figures;
  }

  /** What came of it. */
  sealed interface Filed {
    /** On the disk, and acknowledged by whoever answers with its number. */
    record Accepted(Appeal appeal) implements Filed {}

    /** One was open before, and stays the one. */
    record Open(Appeal appeal) implements Filed {}

    record BadText() implements Filed {}

    /** A person has lifted the restriction already. */
    record NothingToAppeal() implements Filed {}
  }

  Filed file(NoticeToken token, String stated, LocalDate today) {
    // Browsers send each line end of a form as two characters.
    String text = stated.replace("\r\n", "\n").strip();
    if (text.isEmpty() || text.length() > TEXT_MAX) return new Filed.BadText();
    Optional<Appeal> open = appeals.openOn(token.statement().decision());
    if (open.isPresent()) return new Filed.Open(open.get());
    if (Aftermath.of(token, dossiers).isLifted()) return new Filed.NothingToAppeal();
    var about =
        new Appeals.Subject(
            token.statement().decision(),
            token.content(),
            token.revision(),
            token.isRecorded(),
            token.statement().hides());
    LocalDate until =
        dossiers
            .kept(token.statement().decision())
            .map(Dossiers.Kept::until)
            .orElse(token.statement().appealUntil());
    Appeal filed = appeals.file(about, text, today, until);
    if (!filed.text().equals(text.replace('\0', '\uFFFD'))) return new Filed.Open(filed);
    appeals.acknowledge(filed);
    figures.appealed();
    return new Filed.Accepted(appeals.find(filed.appeal()).orElse(filed));
  }
}
