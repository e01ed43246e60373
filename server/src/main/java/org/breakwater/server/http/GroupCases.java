package org.breakwater.server.http;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.breakwater.server.Json;
import org.breakwater.store.decision.Act;
import org.breakwater.store.decision.DecisionLog;
import org.breakwater.store.decision.GroupPosts;

/**
 * Puts groups to review of whose posts too many are confirmed as prohibited. Only whoever writes
 * the log does; nothing is removed by it.
 */
public final class GroupCases {
  private static final String SERVER = "the server";

  private final DecisionLog log;
  private final int sharePercent;
  private final InstantSource clock;
  private final Map<UUID, LocalDate> asked = new HashMap<>();

  /**
   * @param sharePercent surely confirmed, 95 % one-sided, or more
   */
  public GroupCases(DecisionLog log, int sharePercent, InstantSource clock) {
    this.log = log;
    this.sharePercent = sharePercent;
    this.clock = clock;
  }

  /** One look at all of them; whether a case was there before, the log's writer knows. */
  void look(List<GroupHistories.Standing> groups) {
    if (!log.down().isEmpty()) return;
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    asked.values().removeIf(day -> !day.equals(today));
    for (GroupHistories.Standing each : groups) {
      boolean isOver = each.history().share().orElse(0) >= sharePercent;
      if (!isOver || asked.containsKey(each.tally().name())) continue;
      log.enter(act(each.tally())).join();
      asked.put(each.tally().name(), today);
    }
  }

  private static Act.Queued act(GroupPosts.Tally tally) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("act", "put group to review");
    members.put("by", SERVER);
    members.put("object", tally.newest().toString());
    String reason =
        "%d of the %d posts decided in this group in %d days were confirmed as prohibited"
            .formatted(tally.confirmed(), tally.decided(), GroupPosts.DAYS);
    return new Act.Queued(Json.text(members), tally.newest(), SERVER, reason);
  }
}
