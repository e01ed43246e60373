package org.breakwater.server.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.breakwater.server.Json;
import org.breakwater.store.database.StoreFault;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.Answer;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.Place;

/** What people and machines do, each in the log before its effect is shown. */
public final class Deeds {
  private static final long SECONDS_MAX = 10;

  private final DecisionLog log;

  public Deeds(DecisionLog log) {
    this.log = log;
  }

  /** Enters a deed that is not about a decision. */
  public void enter(String deed, String by, String object) {
    enter(deed, by, object, true);
  }

  /**
   * Enters a deed.
   *
   * @param by who did it
   * @param object to what; never content, an author or a network address
   * @param isKept false where it is about a decision that leaves no record
   * @throws StoreFault if it could not be logged; then it must not happen
   */
  public void enter(String deed, String by, String object, boolean isKept) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("act", deed);
    members.put("by", by);
    members.put("object", object);
    enter(new Act.Deed(Json.text(members), isKept));
  }

  /** Enters any act, and says where it stands. */
  public Place enter(Act act) {
    return switch (attempt(act)) {
      case Answer.Logged(var place) -> place;
      case Answer.Refused(var why) -> throw new IllegalStateException("refused: " + why);
      case Answer.Unavailable _, Answer.Repeated _, Answer.Conflict _ ->
          throw new IllegalStateException("an act is entered or refused");
    };
  }

  /** Enters an act that may come too late: logged, or refused with the reason. */
  public Answer attempt(Act act) {
    return attempt(List.of(act)).getFirst();
  }

  /** As above for several, in their order; they become one entry where nothing comes between. */
  public List<Answer> attempt(List<Act> acts) {
    List<CompletableFuture<Answer>> entered = acts.stream().map(log::enter).toList();
    return entered.stream().map(Deeds::answer).toList();
  }

  private static Answer answer(CompletableFuture<Answer> entered) {
    return switch (known(entered)) {
      case Answer.Unavailable(var why, var _) -> throw gone(why);
      case Answer other -> other;
    };
  }

  private static Answer known(CompletableFuture<Answer> entered) {
    try {
      return entered.get(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw gone("interrupted");
    } catch (ExecutionException | TimeoutException e) {
      throw gone("the log does not answer: " + e.getClass().getSimpleName());
    }
  }

  private static StoreFault gone(String why) {
    return new StoreFault(StoreFault.Code.DATABASE_GONE, why);
  }
}
