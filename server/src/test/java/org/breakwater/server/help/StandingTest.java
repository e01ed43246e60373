package org.breakwater.server.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.breakwater.engine.policy.Directory;
import org.breakwater.engine.policy.DirectoryEntry;
import org.breakwater.engine.policy.Operator;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.signal.Truth;
import org.breakwater.store.decision.HelpCheck;
import org.junit.jupiter.api.Test;

/** What is shown is verified, unexpired and unchanged. */
class StandingTest {
  private static final LocalDate DAY = Invented.DAY;
  private static final DirectoryEntry ENTRY = Invented.entry("a", Operator.NGO, "asylum");

  private static Standing on(LocalDate day, String kind, String hash) {
    var finding =
        new HelpCheck.Finding(
            "a", hash, kind, "call", "no", DAY, DAY.plusDays(10), "they answered", "person p");
    var check = new HelpCheck(new UUID(0, 1), finding);
    var directory = new Directory(List.of(ENTRY), List.of(), false);
    return Standing.all(directory, Map.of("a", check), day).getFirst();
  }

  @Test
  void whatNobodyLookedAt_isUnverified() {
    var directory = new Directory(List.of(ENTRY), List.of(), false);
    Standing standing = Standing.all(directory, Map.of(), DAY).getFirst();
    assertThat(standing.state()).isEqualTo(State.UNVERIFIED);
    assertThat(standing.resource()).isEmpty();
  }

  @Test
  void verification_holdsUntilTheDayItExpires() {
    Standing last = on(DAY.plusDays(9), "verified", ENTRY.hash());
    assertThat(last.state()).isEqualTo(State.VERIFIED);
    assertThat(last.resource().orElseThrow().byDefault()).isTrue();
    Standing over = on(DAY.plusDays(10), "verified", ENTRY.hash());
    assertThat(over.state()).isEqualTo(State.EXPIRED);
    assertThat(over.resource()).isEmpty();
  }

  @Test
  void changedEntry_isNotWhatWasVerified() {
    Standing changed = on(DAY, "verified", "sha256:other");
    assertThat(changed.state()).isEqualTo(State.CHANGED);
    assertThat(changed.resource()).isEmpty();
  }

  @Test
  void suspendedAndWithdrawn_areNotShown_whateverTheEntrySays() {
    assertThat(on(DAY, "suspended", "sha256:other").state()).isEqualTo(State.SUSPENDED);
    assertThat(on(DAY, "withdrawn", ENTRY.hash()).state()).isEqualTo(State.WITHDRAWN);
    assertThat(on(DAY, "suspended", ENTRY.hash()).resource()).isEmpty();
  }

  @Test
  void operatorsFile_verifies_untilAPersonSuspends() {
    var filed = new Resource(ENTRY, Truth.FALSE, DAY, DAY.plusDays(5));
    var directory = new Directory(List.of(ENTRY), List.of(filed), false);
    assertThat(Standing.all(directory, Map.of(), DAY).getFirst().resource()).contains(filed);
    assertThat(Standing.all(directory, Map.of(), DAY.plusDays(5)).getFirst().state())
        .isEqualTo(State.EXPIRED);
    HelpCheck suspension = on(DAY, "suspended", ENTRY.hash()).check().orElseThrow();
    assertThat(Standing.all(directory, Map.of("a", suspension), DAY).getFirst().resource())
        .isEmpty();
  }

  @Test
  void snapshot_givesBackAllThatADecisionDependsOn() {
    List<Resource> many = Invented.many();
    String json = HelpJson.snapshot(many);
    assertThat(HelpJson.snapshot(HelpJson.ofSnapshot(json))).isEqualTo(json);
    assertThat(HelpJson.ofSnapshot(json))
        .extracting(Resource::byDefault)
        .isEqualTo(many.stream().map(Resource::byDefault).toList());
  }
}
