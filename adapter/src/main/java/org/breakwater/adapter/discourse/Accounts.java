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

  private static final String SILENCED = "silenced";
  private static final String SUSPENDED = "suspended";

  private final Api api;
  private final String user;

  Accounts(Api api, String user) {
    this.api = api;
    this.user = user;
  }

  /** It reads and logs in, and publishes nothing. */
  Carried silence(String post) {
    return of(post, account -> set(account, SILENCED, "silence", "silenced_till"));
  }

  /** It cannot log in. */
  Carried suspend(String post) {
    return of(post, account -> set(account, SUSPENDED, "suspend", "suspend_until"));
  }

  /** Both are ended, as far as they are ours. */
  Carried giveBack(String post) {
    return of(
        post,
        account -> {
          end(account, SUSPENDED, "unsuspend");
          end(account, SILENCED, "unsilence");
          return isByHand(account, SUSPENDED) || isByHand(account, SILENCED)
              ? new Carried.NotDone("a moderator silenced or suspended it by hand")
              : new Carried.Done("neither silenced nor suspended");
        });
  }

  private Carried set(JsonNode account, String state, String deed, String until) {
    if (is(account, state)) return new Carried.Done("it was %s before".formatted(state));
    Map<String, String> form = Map.of("reason", REASON, until, FOR_EVER);
    Api.Answer answer = api.send("PUT", path(account, deed), form);
    return answer.isGone() ? gone() : new Carried.Done(state);
  }

  private void end(JsonNode account, String state, String deed) {
    if (is(account, state) && !isByHand(account, state))
      api.send("PUT", path(account, deed), Map.of());
  }

  private static boolean is(JsonNode account, String state) {
    return account.hasNonNull(state + "_till");
  }

  private boolean isByHand(JsonNode account, String state) {
    JsonNode by = account.path(state + "_by").path("username");
    return is(account, state) && by.isTextual() && !by.asText().equalsIgnoreCase(user);
  }

  private static String path(JsonNode account, String deed) {
    return "/admin/users/%d/%s.json".formatted(account.path("id").asLong(), deed);
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
