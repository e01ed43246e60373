package org.breakwater.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.breakwater.server.settings.LimitSettings;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private final RateLimits limits = new RateLimits(new LimitSettings(5, 600, 300, 30));

  @Test
  void machine_mayAskSoOftenASecond_andOthersNotLess() {
    var machine = new Caller.Machine("m", Set.of());
    for (int i = 0; i < 5; i++) assertThat(limits.wait(machine, "")).isZero();
    assertThat(limits.wait(machine, "")).isPositive();
    assertThat(limits.wait(new Caller.Machine("n", Set.of()), "")).isZero();
  }

  @Test
  void person_isLimitedByName_fromWhereverTheyAsk() {
    var person = new Caller.Person(UUID.randomUUID(), "p", Set.of(), false);
    for (int i = 0; i < 600; i++) limits.wait(person, "10.0.0." + i);
    assertThat(limits.wait(person, "10.1.1.1")).isPositive();
  }

  @Test
  void unknown_areLimitedByAddress_andLoginsSooner() {
    for (int i = 0; i < 30; i++) assertThat(limits.waitForLogin("10.0.0.1")).isZero();
    assertThat(limits.waitForLogin("10.0.0.1")).isPositive();
    assertThat(limits.waitForLogin("10.0.0.2")).isZero();
    assertThat(limits.wait(new Caller.Nobody(), "10.0.0.1")).isZero();
  }
}
