package org.breakwater.server.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.breakwater.store.decision.Dossiers;
import org.breakwater.store.decision.Ruling;
import org.jdbi.v3.core.JdbiException;

/**
 * People's rulings, at hand for every decision. Rulings are few, so all of them are in memory;
 * those of another server are seen within two seconds.
 */
public final class Standing {
  private static final Duration REFRESH = Duration.ofSeconds(2);

  /** Of what leaves no record the rulings go too, so all are read again at times. */
  private static final int REFRESHES_UNTIL_ANEW = 1_800;

  private static final UUID LEAST = new UUID(0, 0);

  private final Dossiers dossiers;
  private volatile Known known = new Known(LEAST, Map.of());

  /** A content at one revision. */
  private record Place(UUID content, int revision) {}

  private record Known(UUID newest, Map<Place, List<Ruling>> rulings) {
    Known with(List<Ruling> more) {
      if (more.isEmpty()) return this;
      Map<Place, List<Ruling>> all = new HashMap<>(rulings);
      for (Ruling each : more)
        all.merge(
            new Place(each.content(), each.revision()),
            List.of(each),
            (older, newer) -> Stream.concat(older.stream(), newer.stream()).toList());
      return new Known(more.getLast().ruling(), Map.copyOf(all));
    }
  }

  public Standing(Dossiers dossiers) {
    this.dossiers = dossiers;
    refresh();
    Thread.ofVirtual().name("rulings").start(this::refreshOften);
  }

  /** The ruling that stands; empty where no person ruled. */
  Optional<Ruling> on(UUID content, int revision) {
    List<Ruling> rulings = all(content, revision);
    return rulings.isEmpty() ? Optional.empty() : Optional.of(rulings.getLast());
  }

  /** All rulings on it, oldest first. */
  List<Ruling> all(UUID content, int revision) {
    return known.rulings().getOrDefault(new Place(content, revision), List.of());
  }

  /** Looks for new ones now. */
  synchronized void refresh() {
    Known now = known;
    known = now.with(dossiers.rulingsAfter(now.newest()));
  }

  private void refreshOften() {
    int count = 0;
    while (true) {
      try {
        Thread.sleep(REFRESH);
        if (++count % REFRESHES_UNTIL_ANEW == 0)
          known = new Known(LEAST, Map.of()).with(dossiers.rulingsAfter(LEAST));
        else refresh();
      } catch (JdbiException _) {
        // The database is gone: those known stand.
      } catch (InterruptedException _) {
        return;
      }
    }
  }
}
