package org.breakwater.server.help;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Resource;
import org.breakwater.server.Json;
import org.breakwater.server.policy.Rules;
import org.breakwater.store.decision.HelpCheck;
import org.breakwater.store.decision.HelpChecks;
import org.breakwater.store.decision.HelpSnapshots;
import org.breakwater.store.time.Time;
import org.jdbi.v3.core.JdbiException;

/**
 * The help that is verified now, and the rules with it. What another server or the clock changes is
 * seen within two seconds. Safe for use by many threads.
 *
 * <p>What was verified makes of the rules rules with an overlay of their own, whose hash their
 * decisions name; it is kept, so that they can be made again.
 */
public final class CurrentHelp {
  private static final Duration REFRESH = Duration.ofSeconds(2);

  private final Rules rules;
  private final HelpChecks checks;
  private final HelpSnapshots snapshots;
  private final Time time;
  private final Map<String, Helped> helped = new ConcurrentHashMap<>();
  private volatile Known known = new Known(0, LocalDate.MIN, Map.of());

  /**
   * What verification stood as on a day.
   *
   * @param number counts up with each change
   */
  private record Known(long number, LocalDate day, Map<String, HelpCheck> checks) {}

  /**
   * Rules with help.
   *
   * @param number of what was known when they were made
   * @param snapshot the help as JSON; empty for none
   */
  private record Helped(long number, String snapshot, Rules.InForce inForce) {}

  public CurrentHelp(Rules rules, HelpChecks checks, HelpSnapshots snapshots, Time time) {
    this.rules = rules;
    this.checks = checks;
    this.snapshots = snapshots;
    this.time = time;
    refresh();
    Thread.ofVirtual().name("help").start(this::refreshOften);
  }

  /** Where each entry of the version in force stands, sorted by id. */
  public List<Standing> standings() {
    return standings(rules.inForce().version(), known);
  }

  private static List<Standing> standings(PolicyVersion version, Known now) {
    return Standing.all(version.directory(), now.checks(), now.day());
  }

  /** What may be shown now, sorted by id. */
  public List<Resource> verified() {
    return verified(rules.inForce().version(), known);
  }

  private static List<Resource> verified(PolicyVersion version, Known now) {
    return standings(version, now).stream()
        .map(Standing::resource)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Today, in UTC. */
  public LocalDate today() {
    return time.today();
  }

  /** What is known of one entry, newest first. */
  public List<HelpCheck> checks(String entry) {
    return checks.of(entry);
  }

  /** These rules with the help that is verified now. */
  public Rules.InForce on(Rules.InForce base) {
    Known now = known;
    Helped before = helped.get(base.policies());
    if (before != null && before.number() == now.number()) return before.inForce();
    return make(base, now);
  }

  private synchronized Rules.InForce make(Rules.InForce base, Known now) {
    List<Resource> verified = verified(base.version(), now);
    String snapshot = verified.isEmpty() ? "" : HelpJson.snapshot(verified);
    Helped before = helped.get(base.policies());
    try {
      Rules.InForce made =
          before != null && before.snapshot().equals(snapshot)
              ? before.inForce()
              : kept(base, snapshot);
      helped.put(base.policies(), new Helped(now.number(), snapshot, made));
      return made;
    } catch (JdbiException _) {
      // The database is gone, so nothing is decided either; what comes later is tried again.
      return base;
    }
  }

  /** Rules that can be made again, for what they were made from is on the disk. */
  private Rules.InForce kept(Rules.InForce base, String snapshot) {
    Rules.InForce made = with(base, snapshot);
    if (!snapshot.isEmpty())
      snapshots.keep(new HelpSnapshots.Snapshot(made.policies(), base.policies(), snapshot));
    return made;
  }

  private static Rules.InForce with(Rules.InForce base, String snapshot) {
    if (snapshot.isEmpty()) return base;
    String overlay = overlay(base.version().overlayHash(), snapshot);
    return base.with(HelpJson.ofSnapshot(snapshot), overlay);
  }

  /** Canonical JSON of what the overlay was and of the help, hashed. */
  private static String overlay(String before, String snapshot) {
    String other = before.isEmpty() ? "null" : Json.text(before);
    String object = "{\"help\":%s,\"overlay\":%s}".formatted(Json.text(sha256(snapshot)), other);
    return sha256(object);
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The rules that gave decisions this {@code policies}; empty when they are not here. */
  public Optional<Rules.InForce> under(String policies) {
    if (policies.equals(rules.inForce().policies())) return Optional.of(rules.inForce());
    for (Helped each : helped.values())
      if (each.inForce().policies().equals(policies)) return Optional.of(each.inForce());
    Optional<HelpSnapshots.Snapshot> kept = snapshots.find(policies);
    if (kept.isEmpty()) return rules.under(policies);
    return rules
        .under(kept.get().base())
        .map(base -> with(base, kept.get().resources()))
        // Rows that were changed give other rules.
        .filter(made -> made.policies().equals(policies));
  }

  /** Looks now for what people found out, and at the date. */
  public synchronized void refresh() {
    Map<String, HelpCheck> found = new HashMap<>();
    checks.newest().forEach(check -> found.put(check.finding().entry(), check));
    Known now = known;
    LocalDate today = today();
    if (!today.equals(now.day()) || !found.equals(now.checks()))
      known = new Known(now.number() + 1, today, Map.copyOf(found));
  }

  private void refreshOften() {
    while (true) {
      try {
        time.pause(REFRESH);
        refresh();
      } catch (JdbiException _) {
        // The database is gone: what is known stands, until its day is over.
        expire();
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private synchronized void expire() {
    Known now = known;
    LocalDate today = today();
    if (!today.equals(now.day())) known = new Known(now.number() + 1, today, now.checks());
  }
}
