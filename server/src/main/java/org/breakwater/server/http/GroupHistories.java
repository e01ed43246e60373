package org.breakwater.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.GroupHistory;
import org.breakwater.measure.statistics.Proportion;
import org.breakwater.store.decision.GroupName;
import org.breakwater.store.decision.GroupPosts;
import org.breakwater.store.decision.LogSecrets;
import org.breakwater.store.time.Time;
import org.jdbi.v3.core.JdbiException;

/**
 * What people confirmed of groups' posts, at hand for every decision: groups with a confirmed post
 * are in memory, looked at again when strikes have come or gone, and once a minute. Where they have
 * not been looked at for a minute, a group's history is unknown, which is not the same as none.
 */
public final class GroupHistories {
  /** A share of fewer posts is not worked out (design.md §5). */
  static final int POSTS_MIN = 11;

  private static final Duration REFRESH = Duration.ofSeconds(2);
  private static final Duration ANEW = Duration.ofSeconds(60);
  private static final Duration STALE = Duration.ofSeconds(60);

  private final Source source;
  private final LogSecrets secrets;
  private final InstantSource clock;
  private final InstantSource steady;
  private volatile Known known = new Known("", Map.of(), Instant.MIN, Instant.MIN);

  /** Where it is read from. */
  interface Source {
    /** Another one than before says that strikes have come or gone. */
    String strikes();

    List<GroupPosts.Tally> standing(LocalDate today);
  }

  /** A group with confirmed posts. */
  record Standing(GroupPosts.Tally tally, GroupHistory.Known history) {
    static Standing of(GroupPosts.Tally tally) {
      OptionalDouble share =
          tally.decided() < POSTS_MIN
              ? OptionalDouble.empty()
              : OptionalDouble.of(
                  100
                      * new Proportion(
                              Math.min(tally.confirmed(), tally.decided()), tally.decided())
                          .lowerBound());
      return new Standing(tally, new GroupHistory.Known(Math.toIntExact(tally.confirmed()), share));
    }
  }

  /**
   * @param readAt when all of them were read
   * @param seenAt when the database last said that this is all
   */
  private record Known(
      String strikes, Map<UUID, Standing> groups, Instant readAt, Instant seenAt) {}

  /**
   * @param steady a clock that never steps
   */
  GroupHistories(Source source, LogSecrets secrets, InstantSource clock, InstantSource steady) {
    this.source = source;
    this.secrets = secrets;
    this.clock = clock;
    this.steady = steady;
    tryRefresh();
  }

  /** Those in a database, which it follows from now on; opens cases by them. */
  public static GroupHistories following(
      GroupPosts posts, LogSecrets secrets, GroupCases cases, Time time) {
    var source =
        new Source() {
          @Override
          public String strikes() {
            return posts.strikes();
          }

          @Override
          public List<GroupPosts.Tally> standing(LocalDate today) {
            return posts.standing(today);
          }
        };
    var histories =
        new GroupHistories(source, secrets, time, () -> Instant.EPOCH.plusNanos(time.nanos()));
    Thread.ofVirtual().name("groups").start(() -> histories.refreshOften(cases));
    return histories;
  }

  /** What was confirmed of the group of an event; unknown where it stands in none. */
  GroupHistory of(ContentEvent event) {
    String id = group(event);
    Known now = known;
    if (id.isEmpty() || !isKnown(now)) return GroupHistory.UNKNOWN;
    if (now.groups().isEmpty()) return GroupHistory.NONE;
    Standing standing = now.groups().get(GroupName.of(secrets, id).name());
    return standing == null ? GroupHistory.NONE : standing.history();
  }

  /** A group or a page is itself the group of its posts. */
  private static String group(ContentEvent event) {
    return switch (event.surface()) {
      case GROUP, PAGE -> event.id();
      case POST, COMMENT, MESSAGE, PROFILE, AD, JOB, SEARCH, LIVE, LINK, EVENT ->
          event.group().id();
    };
  }

  private boolean isKnown(Known now) {
    return !now.seenAt().equals(Instant.MIN)
        && Duration.between(now.seenAt(), steady.instant()).compareTo(STALE) <= 0;
  }

  /** Looks for changes now. */
  synchronized void refresh() {
    Known before = known;
    Instant began = steady.instant();
    String strikes = source.strikes();
    boolean isFresh =
        strikes.equals(before.strikes())
            && Duration.between(before.readAt(), began).compareTo(ANEW) < 0;
    known =
        isFresh
            ? new Known(strikes, before.groups(), before.readAt(), began)
            : new Known(strikes, read(), began, began);
  }

  private Map<UUID, Standing> read() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return source.standing(today).stream()
        .collect(Collectors.toUnmodifiableMap(GroupPosts.Tally::name, Standing::of));
  }

  void tryRefresh() {
    try {
      refresh();
    } catch (JdbiException _) {
      // The database is gone: what is held stands for a minute, then nothing is known.
    }
  }

  private void refreshOften(GroupCases cases) {
    while (true) {
      try {
        Thread.sleep(REFRESH);
      } catch (InterruptedException _) {
        return;
      }
      tryRefresh();
      cases.look(new ArrayList<>(known.groups().values()));
    }
  }
}
