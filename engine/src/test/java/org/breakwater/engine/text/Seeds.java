package org.breakwater.engine.text;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Runs a property over seeded random inputs and names the seed of a failure. */
final class Seeds {
  private Seeds() {}

  static void forSeeds(int runs, Consumer<RandomGenerator> property) {
    long base = Long.getLong("seed", System.nanoTime());
    for (long seed = base; seed < base + runs; seed++) {
      try {
        property.accept(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
      } catch (AssertionError failure) {
        throw new AssertionError("re-run with -Dseed=" + seed, failure);
      }
    }
  }
}
