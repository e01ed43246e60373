package org.breakwater.engine.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.breakwater.engine.policy.ConditionGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class LoadTimeTest {
  /** CPU time, because the machine that tests has other things to do (design.md §7). */
  @Test
  void fiveHundredClauses_loadWithinASecond_onceWarm() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int i = 0; i < 3; i++) load(pack(random, 500));
    Pack next = pack(random, 500);
    long before = cpuNanos();
    load(next);
    assertThat(Duration.ofNanos(cpuNanos() - before)).isLessThan(Duration.ofSeconds(1));
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void load(Pack pack) {
    assertThat(SamplePack.accepted(pack.loadUnpinned("")).clauses()).hasSize(500);
  }

  /** Clauses as the sample's offer, no two with the same conditions. */
  private static Pack pack(RandomGenerator random, int size) {
    String offer = SamplePack.CLAUSES.substring(0, SamplePack.CLAUSES.indexOf("- id: asylum"));
    var conditions = new ConditionGenerator(random);
    var clauses = new StringBuilder();
    for (int i = 0; i < size; i++) {
      clauses.append(
          offer
              .replace("smuggling.offer", "smuggling.offer" + i)
              .replace("contact.handoff", conditions.text(1))
              .replace("!frame.governs", "!(" + conditions.text(1) + ")"));
    }
    return new SamplePack()
        .file("policy/2021-11.yaml", clauses.toString())
        .file("automation.yaml", "2021-11: []\n")
        .pack();
  }
}
