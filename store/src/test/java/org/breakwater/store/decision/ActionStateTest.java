package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.store.decision.ActionState.ACKNOWLEDGED;
import static org.breakwater.store.decision.ActionState.CONFIRMED;
import static org.breakwater.store.decision.ActionState.EXPIRED;
import static org.breakwater.store.decision.ActionState.FAILED;
import static org.breakwater.store.decision.ActionState.PLANNED;
import static org.breakwater.store.decision.ActionState.SENT;
import static org.breakwater.store.decision.ActionState.UNDONE;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.breakwater.engine.policy.Action;
import org.junit.jupiter.api.Test;

/** What may follow what, written down a second time. */
class ActionStateTest {
  private static final Map<ActionState, Set<ActionState>> MAY =
      Map.of(
          PLANNED, Set.of(CONFIRMED, UNDONE, EXPIRED),
          CONFIRMED, Set.of(SENT, ACKNOWLEDGED, FAILED, UNDONE, EXPIRED),
          SENT, Set.of(ACKNOWLEDGED, FAILED, UNDONE, EXPIRED),
          ACKNOWLEDGED, Set.of(SENT, FAILED, UNDONE, EXPIRED),
          FAILED, Set.of(SENT, ACKNOWLEDGED, UNDONE, EXPIRED),
          UNDONE, Set.of(),
          EXPIRED, Set.of());

  @Test
  void everyPairOfStates_followsOrDoesNot_asIsWritten() {
    for (ActionState one : ActionState.values())
      for (ActionState other : ActionState.values())
        assertThat(one.mayBecome(other))
            .as("%s to %s", one, other)
            .isEqualTo(Objects.requireNonNull(MAY.get(one)).contains(other));
  }

  @Test
  void whatIsUndoneOrExpired_staysSo() {
    assertThat(ActionState.values())
        .filteredOn(ActionState::isFinal)
        .containsExactly(UNDONE, EXPIRED);
  }

  @Test
  void everyDeedThatTakesSomething_hasOneThatGivesItBack() {
    for (Action action : Action.values())
      if (Road.of(action) instanceof Road.Told(var deed))
        assertThat(deed.undo().orElseThrow().undo()).as(action.word()).isEmpty();
  }

  @Test
  void ofWhoAsks_noActionSaysSo() {
    for (Action action : Action.values()) {
      if (Road.ofUnrecorded(action) instanceof Road.Told(var deed))
        assertThat(deed).isIn(Deed.HIDE, Deed.REVIEW);
    }
    for (Action said : Set.of(Action.SEND_RESOURCES, Action.MASK_CONTACTS, Action.LIMIT_REPLIES))
      assertThat(Road.ofUnrecorded(said)).isInstanceOf(Road.Answered.class);
  }
}
