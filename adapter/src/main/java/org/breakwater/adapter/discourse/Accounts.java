package org.breakwater.adapter.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.adapter.bridge.Api;
import org.breakwater.adapter.bridge.Carried;

/**
 * Accounts of authors. Orders name a content and never its author, who is looked up where the
 * content stands.
 */
final class Accounts {
  /** What Discourse itself calls for ever: more than a hundred years away. */
  private static final String FOR_EVER = "3000-01-01T00:00:00Z";

  /** Its author is shown this; the reasons stand in the notice. */
  private static final String REASON = "A person decided this by Breakwater; see the notice.";

  private final Api api;
  private final String user;

  Accounts(Api api, String user) {
    this.api = api;
    this.user = user;
  }

  /** It reads and logs in, and publishes nothing. */
  Carried silence(String post) {
    return of(
        post,
        account -> set(account, "silenced_till", "silence", Map.of("silenced_till", FOR_EVER)));
  }

  /** It cannot log in. */
  Carried suspend(String post) {
    return of(
        post,
        account -> set(account, "suspended_till", "suspend", Map.of("suspend_until", FOR_EVER)));
  }

  /** Both are ended, as far as they are ours. */
  Carried giveBack(String post) {
    return of(
        post,
        account -> {
          String suspended = end(account, "suspended", "unsuspend");
          String silenced = end(account, "silenced", "unsilence");
          boolean isFree = !(suspended + silenced).contains("by hand");
          String words = suspended + ", " + silenced;
          return isFree ? new Carried.Done(words) : new Carried.NotDone(words);
        });
  }

  private Carried set(JsonNode account, String till, String deed, Map<String, String> until) {
    if (account.hasNonNull(till)) return new Carried.Done("it was so before");
    Map<String, String> form =
        Map.of(
            "reason", REASON, until.keySet().iterator().next(), until.values().iterator().next());
    Api.Answer answer = api.send("PUT", path(account) + "/" + deed + ".json", form);
    return answer.isGone() ? gone() : new Carried.Done(deed + "d");
  }

  private String end(JsonNode account, String state, String deed) {
    if (!account.hasNonNull(state + "_till")) return "not " + state;
    JsonNode by = account.path(state + "_by").path("username");
    if (by.isTextual() && !by.asText().equalsIgnoreCase(user)) return state + " by hand";
    api.send("PUT", path(account) + "/" + deed + ".json", Map.of());
    return deed + (deed.endsWith("d") ? "ed" : "d");
  }

  private static String path(JsonNode account) {
    return "/admin/users/" + account.path("id").asLong();
  }

  private Carried of(String post, Function<JsonNode, Carried> deed) {
    return account(post).map(deed).orElseGet(Accounts::gone);
  }

  private Optional<JsonNode> account(String post) {
    Api.Answer found = api.get("/posts/%s.json".formatted(post));
    if (found.isGone() || !found.body().hasNonNull("user_id")) return Optional.empty();
    Api.Answer account =
        api.get("/admin/users/%d.json".formatted(found.body().path("user_id").asLong()));
    return account.isGone() ? Optional.empty() : Optional.of(account.body());
  }

  private static Carried gone() {
    return new Carried.NotDone("the post or its author is gone");
  }
}
