package org.breakwater.store.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.breakwater.casework.appeal.AppealResult;

/**
 * What somebody said against a decision.
 *
 * @param appeal its own name, random, so that it tells no time
 * @param content the content's name under the key outside the database
 * @param isRecorded whether the decision's author is recorded; else it goes 7 days after the ruling
 * @param isHidden whether nobody but its author could see the content when it was filed
 * @param filedOn a day, and no finer
 * @param expiresOn the day on which it goes
 */
public record Appeal(
    UUID appeal,
    UUID decision,
    UUID content,
    int revision,
    boolean isRecorded,
    boolean isHidden,
    String text,
    LocalDate filedOn,
    State state,
    LocalDate expiresOn) {

  /** Columns in the order of {@link #of}. */
  static final String COLUMNS =
      "appeal, decision, content, revision, recorded, hidden, text, filed_on, expires_on, state,"
          + " ruling, result";

  private static final int NUMBER_LENGTH = 8;

  /** How far it has come. */
  public sealed interface State {
    /** On the disk; whoever filed it may not know that yet. */
    record Filed() implements State {}

    /** Its number was shown to whoever filed it. */
    record Acknowledged() implements State {}

    /**
     * A person ruled.
     *
     * @param ruling that decided it
     */
    record Decided(UUID ruling, AppealResult result) implements State {}

    /** The lower-case word that is stored and sent. */
    default String word() {
      return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
  }

  static Appeal of(ResultSet row) throws SQLException {
    return new Appeal(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getInt(4),
        row.getBoolean(5),
        row.getBoolean(6),
        row.getString(7),
        row.getObject(8, LocalDate.class),
        state(row),
        row.getObject(9, LocalDate.class));
  }

  private static State state(ResultSet row) throws SQLException {
    return switch (row.getString(10)) {
      case "filed" -> new State.Filed();
      case "acknowledged" -> new State.Acknowledged();
      default ->
          new State.Decided(
              row.getObject(11, UUID.class),
              AppealResult.named(row.getString(12)).orElse(AppealResult.UPHELD));
    };
  }

  public boolean isOpen() {
    return !(state instanceof State.Decided);
  }

  /** What a person calls it by: eight letters and digits of its name. */
  public String number() {
    String digits = appeal.toString().replace("-", "").toUpperCase(Locale.ROOT);
    return digits.substring(0, NUMBER_LENGTH / 2)
        + "-"
        + digits.substring(NUMBER_LENGTH / 2, NUMBER_LENGTH);
  }

  Appeal with(State next, LocalDate until) {
    return new Appeal(
        appeal, decision, content, revision, isRecorded, isHidden, text, filedOn, next, until);
  }

  UUID seal(LogSecrets secrets) {
    String ruling = "";
    String result = "";
    if (state instanceof State.Decided(var by, var how)) {
      ruling = by.toString();
      result = how.word();
    }
    return secrets.seal(
        "appeal",
        appeal,
        decision,
        content,
        revision,
        isRecorded,
        isHidden,
        text,
        filedOn,
        state.word(),
        ruling,
        result,
        expiresOn);
  }

  /** What the log commits to; whoever has the database alone cannot tell whose it is. */
  UUID commitment(LogSecrets secrets) {
    return secrets.seal("appeal filed", appeal, decision, content, revision, text, filedOn);
  }
}
