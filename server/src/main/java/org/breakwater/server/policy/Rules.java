package org.breakwater.server.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.breakwater.engine.Engine;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.policy.text.Loaded;
import org.breakwater.server.Json;

/**
 * The version in force, which may change while the server runs, and the others of its pack. Safe
 * for use by many threads.
 */
public final class Rules {
  /** By name, each as it was first read: what a name stands for does not change. */
  private final Map<String, InForce> loaded = new ConcurrentHashMap<>();

  private volatile PackFiles pack;
  private volatile InForce inForce;
  private volatile String fault = "";

  /**
   * An engine and what its decisions say they were made under.
   *
   * @param policies the JSON array that stands in a decision's {@code policies}
   */
  public record InForce(Engine engine, PolicyVersion version, String policies) {
    private static InForce of(PolicyVersion version) {
      return new InForce(new Engine(List.of(version)), version, reference(version));
    }

    /**
     * The same rules with the help that is verified now.
     *
     * @param overlay hash of the overlay that this makes of it
     */
    public InForce with(List<Resource> verified, String overlay) {
      Engine helped = engine.with(each -> each.with(verified, overlay));
      PolicyVersion changed = helped.policies().getFirst();
      return new InForce(helped, changed, reference(changed));
    }

    private static String reference(PolicyVersion version) {
      String overlay = version.overlayHash().isEmpty() ? "null" : Json.text(version.overlayHash());
      return "[{\"policy\":%s,\"pack\":%s,\"overlay\":%s}]"
          .formatted(Json.text(version.name()), Json.text(version.hash()), overlay);
    }
  }

  /**
   * @param version name of the version in force
   */
  public Rules(PackFiles pack, String version) {
    this.pack = pack;
    this.inForce = InForce.of(pack.load(version));
    loaded.put(version, inForce);
  }

  public InForce inForce() {
    return inForce;
  }

  /** Why nothing may be decided now; empty when it may. */
  public String fault() {
    return fault;
  }

  /** Puts rules in force; what is being decided ends under those it began with. */
  public void use(InForce rules) {
    inForce = rules;
    fault = "";
  }

  /** Says that what is in force cannot be used here; nothing is decided until it can. */
  public void stop(String why) {
    fault = why;
  }

  /** Names of the versions known here: those of the pack as it was last read, and those used. */
  public List<String> versions() {
    return Stream.concat(pack.versions().stream(), loaded.keySet().stream().sorted())
        .distinct()
        .toList();
  }

  /** Rules that are compiled already; empty when they are not. */
  public Optional<InForce> compiled(String policy, String hash) {
    return Optional.ofNullable(loaded.get(name(policy)))
        .filter(rules -> rules.version().name().equals(policy))
        .filter(rules -> rules.version().hash().equals(hash));
  }

  /**
   * Looks for a version in the pack as it is on the disk now.
   *
   * @param stated {@code [NAME@]VERSION}
   */
  public synchronized Candidate candidate(String stated) {
    switch (pack.again()) {
      case PackFiles.Reading.Accepted(var read) -> pack = read;
      case PackFiles.Reading.Faulty(var faults) -> {
        return new Candidate.Faulty(faults);
      }
    }
    String name = name(stated);
    if (!pack.versions().contains(name)) return new Candidate.Missing(pack.versions());
    List<String> faults = pack.faults(name);
    if (!faults.isEmpty()) return new Candidate.Faulty(faults);
    PolicyVersion version = pack.load(name);
    if (!isMeant(stated, version)) return new Candidate.Missing(pack.versions());
    InForce rules = loaded.computeIfAbsent(name, _ -> InForce.of(version));
    return rules.version().hash().equals(version.hash())
        ? new Candidate.Usable(rules)
        : new Candidate.Altered(rules.version().hash(), version.hash());
  }

  private static String name(String stated) {
    return stated.substring(stated.indexOf('@') + 1);
  }

  private static boolean isMeant(String stated, PolicyVersion version) {
    return stated.indexOf('@') < 0 || version.name().equals(stated);
  }

  /** The rules that gave decisions this {@code policies}; empty when they are not here. */
  public Optional<InForce> under(String policies) {
    InForce now = inForce;
    if (policies.equals(now.policies())) return Optional.of(now);
    return versions().stream()
        .flatMap(version -> load(version).stream())
        .filter(rules -> rules.policies().equals(policies))
        .findFirst();
  }

  /** A version by {@code [NAME@]VERSION}; empty when there is none such that can be read. */
  public Optional<PolicyVersion> version(String stated) {
    return load(name(stated)).map(InForce::version).filter(version -> isMeant(stated, version));
  }

  private Optional<InForce> load(String name) {
    InForce known = loaded.get(name);
    if (known != null || !pack.versions().contains(name)) return Optional.ofNullable(known);
    return switch (pack.read(name)) {
      case Loaded.Accepted(var version) ->
          Optional.of(loaded.computeIfAbsent(name, _ -> InForce.of(version)));
      case Loaded.Rejected _ -> Optional.empty();
    };
  }
}
