package org.breakwater.server.enforcement;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.breakwater.engine.Engine;
import org.breakwater.engine.policy.Automation;

/** Engines with breakers open, made when they are first asked for. */
final class Held {
  /** Which breakers are open changes seldom; more than these were left over. */
  private static final int KEPT_MAX = 16;

  private final ConcurrentMap<Key, Engine> engines = new ConcurrentHashMap<>();

  private record Key(Engine engine, Set<Automation.Breaker> open) {}

  Engine engine(Engine engine, Set<Automation.Breaker> open) {
    if (open.isEmpty()) return engine;
    if (engines.size() > KEPT_MAX) engines.clear();
    return engines.computeIfAbsent(new Key(engine, open), key -> engine.interrupted(key.open()));
  }
}
