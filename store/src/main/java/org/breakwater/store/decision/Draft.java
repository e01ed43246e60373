package org.breakwater.store.decision;

/**
 * A decision that is not yet in the log.
 *
 * @param json the engine's decision, one object
 * @param policies the JSON array of the rules it was made under
 * @param outcome what the row may say about it: {@code allow} for every no-record label
 * @param cause of a removal by a machine; {@link Cause#NONE} for anything else
 * @param counted in which figures, besides those of all decisions
 */
public record Draft(
    Request request,
    String json,
    String policies,
    String outcome,
    Material material,
    Cause cause,
    Counted counted) {

  public Draft(Request request, String json, String policies, String outcome, Material material) {
    this(request, json, policies, outcome, material, Cause.NONE, Counted.NOTHING);
  }

  public Draft {
    if (!json.endsWith("}")) throw new IllegalArgumentException("not an object: " + json);
  }

  /** The decision as it is sent: the engine's members, then where it stands in the log. */
  String placed(Place place) {
    return place.addedTo(json);
  }

  /** Characters that wait in memory and are then written, roughly. */
  int weight() {
    return switch (material) {
      case Material.None _ -> json.length();
      case Material.Unrecorded(var content, var _, var text, var _) ->
          json.length() + content.length() + text.length();
      case Material.Recorded kept ->
          2 * json.length() + kept.text().length() + kept.signals().length();
    };
  }
}
