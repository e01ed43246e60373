package org.breakwater.server.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.breakwater.engine.content.History;
import org.breakwater.store.decision.Strikes;

/**
 * Strikes by author, in one array: three longs a place, open addressing, linear probing, at most
 * half full. 48 to 96 bytes a strike, and no object. Immutable.
 */
final class StrikeTable {
  static final StrikeTable EMPTY = new StrikeTable(new long[3 * 16], 0);

  /** How long a confirmed decision counts as one. */
  private static final int CONFIRMED_DAYS = 365;

  private static final int LONGS = 3;
  private static final int EXPIRY_AT = 16;
  private static final int RULED_AT = 40;
  private static final int DAY_MAX = (1 << 24) - 1;
  private static final int STRIKES_MAX = (1 << 15) - 1;

  /** High and low half of the author's name, then day of ruling, day of expiry, strikes, a one. */
  private final long[] places;

  private final int size;

  private StrikeTable(long[] places, int size) {
    this.places = places;
    this.size = size;
  }

  int size() {
    return size;
  }

  /** This with more strikes in it. */
  StrikeTable with(List<Strikes.Strike> more) {
    if (more.isEmpty()) return this;
    int length = places.length;
    while (2L * LONGS * (size + more.size()) > length) length *= 2;
    long[] next = length == places.length ? places.clone() : grown(length);
    for (Strikes.Strike strike : more) {
      UUID author = strike.author();
      put(next, author.getMostSignificantBits(), author.getLeastSignificantBits(), packed(strike));
    }
    return new StrikeTable(next, size + more.size());
  }

  private long[] grown(int length) {
    var next = new long[length];
    for (int at = 0; at < places.length; at += LONGS)
      if (places[at + 2] != 0) put(next, places[at], places[at + 1], places[at + 2]);
    return next;
  }

  private static long packed(Strikes.Strike strike) {
    long count = Math.min(strike.strikes(), STRIKES_MAX);
    return (strike.confirmedOn().toEpochDay() << RULED_AT)
        | (strike.expiresOn().toEpochDay() << EXPIRY_AT)
        | (count << 1)
        | 1;
  }

  private static void put(long[] places, long high, long low, long packed) {
    int at = first(places, low);
    while (places[at + 2] != 0) at = following(places, at);
    places[at] = high;
    places[at + 1] = low;
    places[at + 2] = packed;
  }

  /** The name is an HMAC: each of its bits is as good as any. */
  private static int first(long[] places, long low) {
    return LONGS * (int) (low & (places.length / LONGS - 1));
  }

  private static int following(long[] places, int at) {
    return at + LONGS == places.length ? 0 : at + LONGS;
  }

  /** What counts against an author on that day. */
  History of(UUID author, LocalDate today) {
    long high = author.getMostSignificantBits();
    long low = author.getLeastSignificantBits();
    long day = today.toEpochDay();
    int strikes = 0;
    int confirmed = 0;
    long newest = Long.MIN_VALUE;
    for (int at = first(places, low); places[at + 2] != 0; at = following(places, at)) {
      long packed = places[at + 2];
      boolean expired = expiry(packed) <= day;
      if (places[at] != high || places[at + 1] != low || expired) continue;
      if (day - ruled(packed) < CONFIRMED_DAYS) confirmed++;
      int count = strikes(packed);
      strikes += count;
      if (count > 0) newest = Math.max(newest, ruled(packed));
    }
    if (strikes == 0 && confirmed == 0) return History.NONE;
    long since = strikes > 0 ? Math.max(0, day - newest) : 0;
    return new History.Known(strikes, confirmed, (int) since);
  }

  private static long ruled(long packed) {
    return packed >>> RULED_AT;
  }

  private static long expiry(long packed) {
    return (packed >>> EXPIRY_AT) & DAY_MAX;
  }

  private static int strikes(long packed) {
    return (int) ((packed >>> 1) & STRIKES_MAX);
  }
}
