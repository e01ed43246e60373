package org.breakwater.engine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.breakwater.engine.content.AuthorKind;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Condition.And;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Constant;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.OneOf;
import org.breakwater.engine.policy.Condition.Or;
import org.breakwater.engine.policy.Condition.Relation;
import org.breakwater.engine.policy.text.ConditionText;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;

/** Random conditions in the shape the compiler makes: no And in an And, no Or in an Or. */
public final class ConditionGenerator {
  private static final List<Relation> RELATIONS = List.of(Relation.values());

  private final RandomGenerator random;

  public ConditionGenerator(RandomGenerator random) {
    this.random = random;
  }

  /** Runs a property for many seeds; a failure names the seed that repeats it. */
  public static void forSeeds(int runs, Consumer<RandomGenerator> property) {
    long base = Long.getLong("seed", System.nanoTime());
    for (long seed = base; seed < base + runs; seed++) {
      try {
        property.accept(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
      } catch (AssertionError e) {
        throw new AssertionError("re-run with -Dseed=" + seed, e);
      }
    }
  }

  public Condition next() {
    return next(3, Outer.NONE);
  }

  /** The text of a condition, in parentheses, nested at most so deep. */
  public String text(int depth) {
    return "(" + ConditionText.print(next(depth, Outer.NONE)) + ")";
  }

  private enum Outer {
    NONE,
    AND,
    OR
  }

  private Condition next(int depth, Outer outer) {
    int kind = depth == 0 ? 9 : random.nextInt(10);
    if (kind < 3 && outer != Outer.AND) return new And(parts(depth, Outer.AND));
    if (kind < 6 && outer != Outer.OR) return new Or(parts(depth, Outer.OR));
    if (kind < 8) return new Not(next(Math.max(depth - 1, 0), Outer.NONE));
    return random.nextInt(20) == 0 ? new Constant(random.nextBoolean()) : atom();
  }

  private List<Condition> parts(int depth, Outer outer) {
    List<Condition> parts = new ArrayList<>();
    int size = 2 + random.nextInt(3);
    for (int i = 0; i < size; i++) parts.add(next(depth - 1, outer));
    return parts;
  }

  private Condition atom() {
    // A small set of signals makes atoms meet in one condition.
    int size = SignalCatalog.STANDARD.size();
    int slot = random.nextInt(3) == 0 ? random.nextInt(size) : size - 1 - random.nextInt(14);
    Signal signal = SignalCatalog.STANDARD.at(slot);
    return switch (signal.type()) {
      case FLAG -> new Flag(slot);
      case NUMBER -> number(slot, signal);
      case TEXT -> new OneOf(slot, texts(signal));
    };
  }

  private Condition number(int slot, Signal signal) {
    Relation relation = RELATIONS.get(random.nextInt(RELATIONS.size()));
    double bound =
        switch (signal.range()) {
          case "0..1" -> 1;
          case "0..100" -> 90;
          default -> random.nextBoolean() ? 1e4 : 1e18;
        };
    double constant = random.nextBoolean() ? random.nextDouble() : random.nextInt(1, 10) / 10.0;
    return new Compare(slot, relation, random.nextInt(9) == 0 ? whole(constant * bound) : constant);
  }

  // Whole numbers print without a point; within 0..1 there is none that every relation admits.
  private static double whole(double constant) {
    return constant < 1 ? constant : Math.max(1, Math.rint(constant));
  }

  private List<String> texts(Signal signal) {
    List<String> choices =
        switch (signal.name()) {
          case "surface" -> Surface.words();
          case "author.kind" -> AuthorKind.words();
          case "price.currency" -> List.of("USD", "EUR", "MXN");
          default -> List.of("en", "es", "ar", "und");
        };
    int from = random.nextInt(choices.size());
    return choices.subList(from, from + 1 + random.nextInt(choices.size() - from));
  }
}
