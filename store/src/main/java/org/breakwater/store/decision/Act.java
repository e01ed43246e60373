package org.breakwater.store.decision;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.breakwater.casework.appeal.AppealResult;
import org.jspecify.annotations.Nullable;

/** Something that was done and is not a decision by a machine. */
public sealed interface Act {
  /** The outcome by which a person confirms that content is prohibited. */
  String REMOVE = "remove";

  /** What the log commits to, one JSON object without content, author or network address. */
  String json();

  /** Whether it is kept for a year, and not for a week. */
  boolean isKept();

  /**
   * A login, a read of what somebody wrote, a change of a key or of a person.
   *
   * @param isKept false where it is about a decision that leaves no record: it goes after a week
   */
  record Deed(String json, boolean isKept) implements Act {}

  /**
   * A person's ruling on a decision.
   *
   * @param content the content's name under the key outside the database
   * @param isKept whether the decision's author is recorded; else the ruling goes after a week, and
   *     with it what was kept for review
   */
  record Ruled(
      String json,
      UUID decision,
      UUID content,
      int revision,
      String outcome,
      String reason,
      String by,
      boolean isKept,
      Confirmation confirmation)
      implements Act {
    public Ruled {
      boolean confirms = isKept && outcome.equals(REMOVE);
      if (!confirms && confirmation instanceof Confirmation.Violation)
        throw new IllegalArgumentException("counts against somebody without confirming anything");
    }
  }

  /**
   * A step on a version's way into force. It is kept for as long as the database: what was in force
   * is asked for years later.
   *
   * @param publication the same for a proposal and what became of it
   * @param policy such as {@code human-exploitation@2021-11}
   * @param pack the version's hash, {@code sha256:…}
   * @param reason shown to the public
   * @param by who did it
   * @param person null for the operator, who starts the first server
   * @param expiresAt when a proposal can no longer be confirmed, to the millisecond; null for the
   *     other steps
   */
  record Published(
      String json,
      UUID publication,
      Step step,
      String policy,
      String pack,
      String reason,
      String by,
      @Nullable UUID person,
      @Nullable Instant expiresAt)
      implements Act {
    /** How its JSON begins: an audit finds by it which acts must have a row. */
    static final String BEGINNING = "{\"act\":\"publish\",";

    public Published {
      if (!json.startsWith(BEGINNING))
        throw new IllegalArgumentException("no publication: " + json);
    }

    @Override
    public boolean isKept() {
      return true;
    }
  }

  /**
   * A person's confirmation of an action that needs one, or their finding that speaks against it.
   *
   * @param isSenior whether they may confirm where somebody found, or is not sure of, a victim
   */
  record Confirmed(
      String json, UUID action, Check check, boolean isSenior, String by, String reason)
      implements Act {
    @Override
    public boolean isKept() {
      return true;
    }
  }

  /** What a person found out about a place to get help. */
  record Checked(String json, HelpCheck.Finding finding) implements Act {
    @Override
    public boolean isKept() {
      return true;
    }
  }

  /**
   * An action undone by a person. Where it hid something, it is a ruling besides: the content is
   * allowed at that revision.
   *
   * @param isMistaken whether it should not have been, so that it counts against its clause
   */
  record Undone(
      String json, UUID action, String by, String reason, boolean isMistaken, boolean isKept)
      implements Act {}

  /**
   * Many actions to be undone, each of which will have an entry of its own.
   *
   * @param recorded how many there are whose author is
   * @param unrecorded how many others
   */
  record UndoneTogether(
      String json,
      UndoSelection selection,
      String by,
      String reason,
      long recorded,
      long unrecorded)
      implements Act {
    @Override
    public boolean isKept() {
      return true;
    }
  }

  /**
   * A circuit breaker opened or closed.
   *
   * @param by a person's name, or what the server is called where a figure did it
   */
  record Switched(String json, String clause, String lang, boolean isOpen, String reason, String by)
      implements Act {
    @Override
    public boolean isKept() {
      return true;
    }
  }

  /**
   * A group put to review, because people confirmed so many of its posts as prohibited.
   *
   * @param decision on one of those posts
   * @param by what the server is called
   * @param reason with the figures, for whoever reviews it
   */
  record Queued(String json, UUID decision, String by, String reason) implements Act {
    @Override
    public boolean isKept() {
      return true;
    }
  }

  /**
   * A ruling that decides an appeal.
   *
   * @param appeal the name of the appeal
   */
  record Answered(Ruled ruled, UUID appeal, AppealResult result) implements Act {
    @Override
    public String json() {
      return ruled.json();
    }

    @Override
    public boolean isKept() {
      return ruled.isKept();
    }
  }

  /** What is done to a publication. */
  enum Step {
    /** In force without a proposal: the first start of the first server. */
    STARTED,
    PROPOSED,
    CONFIRMED,
    WITHDRAWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
