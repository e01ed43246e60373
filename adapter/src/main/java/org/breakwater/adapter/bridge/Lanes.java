package org.breakwater.adapter.bridge;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One order about a content at a time, and none after a newer one. Breakwater keeps the order of
 * messages, but a server that hung and came back can repeat an old one (RFD 10). What is remembered
 * here is lost at a restart, and then only that case is open.
 */
final class Lanes {
  private static final int LANES = 64;
  private static final int CONTENTS_MAX = 10_000;
  private static final String PREFIX = "msg_";

  private final Lock[] lanes =
      IntStream.range(0, LANES).mapToObj(_ -> new ReentrantLock()).toArray(Lock[]::new);
  private final SequencedMap<String, Long> newest = new LinkedHashMap<>();

  Carried inOrder(Order order, Supplier<Carried> work) {
    Lock lane = lanes[Math.floorMod(order.content().hashCode(), LANES)];
    lane.lock();
    try {
      if (isOvertaken(order))
        return new Carried.NotDone("a newer order about the same content came before");
      Carried carried = work.get();
      remember(order);
      return carried;
    } finally {
      lane.unlock();
    }
  }

  private synchronized boolean isOvertaken(Order order) {
    return number(order) < newest.getOrDefault(order.content(), 0L);
  }

  private synchronized void remember(Order order) {
    newest.remove(order.content());
    newest.put(order.content(), number(order));
    if (newest.size() > CONTENTS_MAX) newest.pollFirstEntry();
  }

  private static long number(Order order) {
    return Long.parseLong(order.message().substring(PREFIX.length()));
  }

  /** Whether a message has such a name; they are numbered as they are written. */
  static boolean isNumbered(String message) {
    return message.matches(PREFIX + "[0-9]{1,18}");
  }
}
