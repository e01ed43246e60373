package org.breakwater.store.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Label;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random walks of machines, people, platform and clock: no action is ever in an order of states
 * that may not be, and once all is undone the platform is as before.
 */
@Tag("long")
class EnforcementWalkTest extends EnforcementFixture {
  private static final int STEPS = 250;
  private static final List<String> OUTCOMES =
      List.of("allow", "allow_with_resources", "remove", "escalate");

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  private final Map<Draft, Place> decided = new HashMap<>();
  private final Platform platform = new Platform();
  private long read;

  EnforcementWalkTest(@TempDir Path folder) {
    super(folder);
  }

  /** What a platform is told, it does: contents are shown or not, accounts open or not. */
  private static final class Platform {
    private final Map<String, Set<Deed>> contents = new HashMap<>();
    private final Set<String> accounts = new HashSet<>();

    void hear(String content, Deed deed) {
      Set<Deed> now = contents.computeIfAbsent(content, _ -> new HashSet<>());
      switch (deed) {
        case HIDE, REVIEW, LIMIT_REPLIES, MASK_CONTACTS -> now.add(deed);
        case SHOW -> now.remove(Deed.HIDE);
        case RELEASE -> now.remove(Deed.REVIEW);
        case FREE_REPLIES -> now.remove(Deed.LIMIT_REPLIES);
        case SHOW_CONTACTS -> now.remove(Deed.MASK_CONTACTS);
        // Authors are known to the platform alone: here they are the content's last letter.
        case STOP_PUBLISHING, DISABLE_ACCOUNT -> accounts.add(author(content));
        case ENABLE_ACCOUNT -> accounts.remove(author(content));
      }
    }

    boolean isAsBefore() {
      return accounts.isEmpty() && contents.values().stream().allMatch(Set::isEmpty);
    }
  }

  private static String author(String content) {
    return content.substring(content.length() - 1);
  }

  @Test
  void walksStayInTheTable_andUndoingAll_leavesThePlatformAsBefore() throws SQLException {
    for (int i = 0; i < STEPS; i++) step();
    hear();
    statesAreInOrder();
    assertThat(platform.contents).as("-Dseed=%d went somewhere", seed).isNotEmpty();
    for (String action : rows("select action::text from action where undoes is null"))
      undo(UUID.fromString(action));
    hear();
    statesAreInOrder();
    assertThat(platform.isAsBefore())
        .as("-Dseed=%d: %s %s", seed, platform.contents, platform.accounts)
        .isTrue();
  }

  private void step() throws SQLException {
    switch (chance.nextInt(9)) {
      case 0, 1, 2 -> decide();
      case 3 -> rule();
      case 4 -> any("action where undoes is null").forEach(this::undo);
      case 5, 6 -> any("action where state = 'planned'").forEach(this::confirm);
      case 7 -> deliver();
      case 8 -> pass();
      default -> throw new AssertionError();
    }
  }

  private void decide() {
    String author = "xy".substring(chance.nextInt(2)).substring(0, 1);
    String id = "p" + chance.nextInt(4) + author;
    List<Ordered> actions = new ArrayList<>();
    for (Action action : Action.values()) {
      boolean proposed = action == Action.DISABLE_ACCOUNT;
      if (chance.nextInt(3) > 0) continue;
      int people = proposed ? 1 + chance.nextInt(2) : 0;
      Duration delay = Duration.ofMinutes(chance.nextInt(4) == 0 ? 3 : 0);
      actions.add(new Ordered(ordered(action, 0).planned(), delay, people));
    }
    Draft draft =
        chance.nextInt(4) == 0
            ? again(unrecorded(id, actions))
            : again(recorded(id, author, Label.OFFER, OFFER, actions));
    decided.put(draft, logged(draft));
  }

  private void rule() {
    List<Draft> all = List.copyOf(decided.keySet());
    if (all.isEmpty()) return;
    Draft draft = all.get(chance.nextInt(all.size()));
    Place place = decided.getOrDefault(draft, new Place(UUID.randomUUID(), 0, 0));
    rule(draft, place, OUTCOMES.get(chance.nextInt(OUTCOMES.size())));
  }

  private void confirm(UUID action) {
    Check check = check(chance.nextInt(4) == 0 ? Check.Found.UNSURE : Check.Found.NO);
    confirm(action, "person " + chance.nextInt(3), check, chance.nextBoolean());
  }

  private void deliver() throws SQLException {
    ActionState[] said = {ActionState.SENT, ActionState.ACKNOWLEDGED, ActionState.FAILED};
    for (UUID action : any("action"))
      try (Connection connection = database.connect()) {
        Delivered.move(connection, action, said[chance.nextInt(3)], "", now);
      }
  }

  private void pass() {
    hear(); // before what it was told is a week old
    startAgain(now.plus(Duration.ofMinutes(chance.nextInt(3) == 0 ? 60 * 24 * 5 : 4)));
  }

  /** One of those, by chance; none where there is none. */
  private List<UUID> any(String which) {
    List<String> found = rows("select action::text from " + which);
    return found.isEmpty()
        ? List.of()
        : List.of(UUID.fromString(found.get(chance.nextInt(found.size()))));
  }

  /** Reads on in the outbox, in order. */
  private void hear() {
    for (String line :
        rows(
            "select message || ' ' || content || ' ' || deed from outbox where message > "
                + read
                + " order by message")) {
      String[] words = line.split(" ", -1);
      read = Long.parseLong(words[0]);
      platform.hear(words[1], Deed.named(words[2]).orElseThrow());
    }
  }

  /** Each step follows the one before it, from one of the two states in which actions begin. */
  private void statesAreInOrder() {
    Map<String, ActionState> now = new HashMap<>();
    for (String line :
        rows("select action || ' ' || state from action_step order by action, step")) {
      String[] words = line.split(" ", -1);
      ActionState next = ActionState.named(words[1]).orElseThrow();
      ActionState before = now.put(words[0], next);
      if (before == null)
        assertThat(next).as("-Dseed=%d, first of %s", seed, words[0]).isIn(firsts());
      else
        assertThat((before == next && next == ActionState.PLANNED) || before.mayBecome(next))
            .as("-Dseed=%d: %s from %s to %s", seed, words[0], before, next)
            .isTrue();
    }
    for (String line : rows("select action || ' ' || state from action")) {
      String[] words = line.split(" ", -1);
      ActionState last = now.get(words[0]);
      if (last != null) assertThat(words[1]).as("-Dseed=%d", seed).isEqualTo(last.word());
    }
  }

  private static Set<ActionState> firsts() {
    Set<ActionState> firsts = new HashSet<>(Set.of(ActionState.PLANNED));
    for (ActionState state : ActionState.values())
      for (ActionState first : List.of(ActionState.PLANNED, ActionState.CONFIRMED))
        if (first.mayBecome(state)) firsts.add(state);
    return firsts;
  }
}
