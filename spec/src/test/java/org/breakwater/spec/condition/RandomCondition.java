package org.breakwater.spec.condition;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.breakwater.engine.content.AuthorKind;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;

/** Writes conditions at random, in all the ways a person may write the same thing. */
record RandomCondition(RandomGenerator random) {
  /** What numbers are and what they are compared with; within the range of every signal. */
  static final List<Double> NUMBERS = List.of(0.0, 0.25, 0.5, 0.95, 1.0);

  // CEL cannot name this one as policies do; see CelWords in the engine.
  private static final List<Signal> SIGNALS =
      SignalCatalog.STANDARD.all().stream()
          .filter(signal -> !signal.name().equals("document.false"))
          .toList();

  /** Runs a property for many seeds; a failure names the seed that repeats it. */
  static void forSeeds(int runs, Consumer<RandomGenerator> property) {
    long base = Long.getLong("seed", System.nanoTime());
    for (long seed = base; seed < base + runs; seed++) {
      try {
        property.accept(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
      } catch (AssertionError e) {
        throw new AssertionError("re-run with -Dseed=" + seed, e);
      }
    }
  }

  String text(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) return atom();
    return switch (random.nextInt(7)) {
      case 0, 1 -> joined(" && ", depth);
      case 2, 3 -> joined(" || ", depth);
      case 4 -> "!(" + text(depth - 1) + ")";
      case 5 -> "(" + text(depth - 1) + ")";
      default -> "!!(" + text(depth - 1) + ")";
    };
  }

  private String joined(String operator, int depth) {
    var text = new StringBuilder("(" + text(depth - 1));
    for (int more = 1 + random.nextInt(3); more > 0; more--) {
      text.append(operator).append(text(depth - 1));
    }
    return text.append(")").toString();
  }

  private String atom() {
    if (random.nextInt(25) == 0) return random.nextBoolean() ? "true" : "false";
    // Mostly the last ones: all numbers and texts but two are there, and atoms meet more often.
    int from = random.nextInt(3) == 0 ? 0 : SIGNALS.size() - 16;
    Signal signal = SIGNALS.get(random.nextInt(from, SIGNALS.size()));
    return switch (signal.type()) {
      case FLAG -> flag(signal.name());
      case NUMBER -> number(signal.name());
      case TEXT -> oneOf(signal);
    };
  }

  private String flag(String name) {
    return switch (random.nextInt(6)) {
      case 0 -> name + " == " + random.nextBoolean();
      case 1 -> name + " != " + random.nextBoolean();
      case 2 -> random.nextBoolean() + " == " + name;
      default -> name;
    };
  }

  private String number(String name) {
    double constant = NUMBERS.get(random.nextInt(NUMBERS.size()));
    boolean inside = constant > 0 && constant < 1;
    // At the ends of a range only some relations can hold, and the loader refuses the others.
    String sign = inside ? one("<", "<=", ">", ">=", "==", "!=") : one("==", "!=");
    boolean mirrored = random.nextInt(4) == 0;
    return mirrored ? constant + " " + sign + " " + name : name + " " + sign + " " + constant;
  }

  private String oneOf(Signal signal) {
    List<String> texts = texts(signal);
    String first = "'" + texts.get(random.nextInt(texts.size())) + "'";
    String second = "\"" + texts.get(random.nextInt(texts.size())) + "\"";
    return switch (random.nextInt(4)) {
      case 0 -> signal.name() + " == " + first;
      case 1 -> signal.name() + " != " + second;
      case 2 -> first + " == " + signal.name();
      default -> signal.name() + " in [" + first + ", " + second + "]";
    };
  }

  static List<String> texts(Signal signal) {
    return switch (signal.name()) {
      case "surface" -> Surface.words();
      case "author.kind" -> AuthorKind.words();
      case "price.currency" -> List.of("USD", "EUR", "MXN");
      default -> List.of("en", "es", "und");
    };
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
