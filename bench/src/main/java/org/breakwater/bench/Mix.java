package org.breakwater.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.breakwater.engine.Engine;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.Automation;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.PolicyVersion;

/**
 * Requests in the proportions of a platform: 2 % of posts that a licensed machine would remove, 5 %
 * that go to review, the rest allowed. Each has an id of its own, so that none is a repeat.
 */
final class Mix {
  private static final int PROHIBITED_PERCENT = 2;
  private static final int REVIEWED_PERCENT = 5;

  /** What the texts of each part are sent as. */
  private record Text(String text, String lang) {}

  private final List<Text> prohibited;
  private final List<Text> reviewed;
  private final List<Text> allowed;
  private final RandomGenerator chance;
  private int number;

  private Mix(Map<Outcome, List<Text>> texts, long seed) {
    prohibited = some(texts, Outcome.REMOVE);
    reviewed = some(texts, Outcome.REVIEW);
    allowed = some(texts, Outcome.ALLOW);
    chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /**
   * Texts by what the engine makes of them.
   *
   * @param cases of the pack: its prohibited and reviewed ones are taken
   * @param everyday posts as people write them: those that are allowed are taken
   */
  static Mix of(Posts cases, Posts everyday, PolicyVersion version, long seed) {
    var engine = new Engine(List.of(version.with(new Automation.Assumed())));
    Map<Outcome, List<Text>> texts = new EnumMap<>(Outcome.class);
    for (ContentEvent event : cases.events())
      if (outcome(engine, event) != Outcome.ALLOW) add(texts, outcome(engine, event), event);
    for (ContentEvent event : everyday.events())
      if (outcome(engine, event) == Outcome.ALLOW) add(texts, Outcome.ALLOW, event);
    return new Mix(texts, seed);
  }

  private static Outcome outcome(Engine engine, ContentEvent event) {
    return engine.decide(event, engine.timeOf(event)).decision().outcome();
  }

  private static void add(Map<Outcome, List<Text>> texts, Outcome outcome, ContentEvent event) {
    texts
        .computeIfAbsent(outcome, _ -> new ArrayList<>())
        .add(new Text(event.text(), event.lang()));
  }

  private static List<Text> some(Map<Outcome, List<Text>> texts, Outcome outcome) {
    List<Text> found = texts.getOrDefault(outcome, List.of());
    if (found.isEmpty()) throw new EnvironmentFault("no text of the pack is " + outcome.word());
    return List.copyOf(found);
  }

  /** So many requests, as UTF-8. */
  List<byte[]> next(int count) {
    List<byte[]> bodies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) bodies.add(next());
    return bodies;
  }

  private byte[] next() {
    int percent = chance.nextInt(100);
    List<Text> part =
        percent < PROHIBITED_PERCENT
            ? prohibited
            : percent < PROHIBITED_PERCENT + REVIEWED_PERCENT ? reviewed : allowed;
    Text text = part.get(chance.nextInt(part.size()));
    return FullEvent.of(number++, text.text(), "post", text.lang());
  }

  /** The same, one a line. */
  static byte[] lines(List<byte[]> bodies) {
    var lines = new StringBuilder();
    for (byte[] body : bodies) lines.append(new String(body, StandardCharsets.UTF_8)).append('\n');
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
