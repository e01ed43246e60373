package org.breakwater.server.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.engine.Engine;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Resource;
import org.breakwater.server.Json;

/** The version in force, and the others of its pack. Safe for use by many threads. */
public final class Rules {
  private final PackFiles pack;
  private final InForce inForce;
  private final Map<String, InForce> loaded = new ConcurrentHashMap<>();

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

  /** Names of the pack's versions. */
  public List<String> versions() {
    return pack.versions();
  }

  /** The rules that gave decisions this {@code policies}; empty when they are not here. */
  public Optional<InForce> under(String policies) {
    if (policies.equals(inForce.policies())) return Optional.of(inForce);
    return pack.versions().stream()
        .map(this::load)
        .filter(rules -> rules.policies().equals(policies))
        .findFirst();
  }

  /** A version by {@code [NAME@]VERSION}; empty when the pack has none of that name. */
  public Optional<PolicyVersion> version(String stated) {
    String name = stated.substring(stated.indexOf('@') + 1);
    if (!pack.versions().contains(name)) return Optional.empty();
    PolicyVersion version = load(name).version();
    boolean isMeant = stated.indexOf('@') < 0 || version.name().equals(stated);
    return isMeant ? Optional.of(version) : Optional.empty();
  }

  private InForce load(String version) {
    return loaded.computeIfAbsent(version, name -> InForce.of(pack.load(name)));
  }
}
