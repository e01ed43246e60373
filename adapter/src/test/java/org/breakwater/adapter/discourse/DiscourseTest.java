package org.breakwater.adapter.discourse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.breakwater.adapter.bridge.BreakwaterPeer;
import org.breakwater.adapter.bridge.Crossing;
import org.breakwater.adapter.bridge.Deed;
import org.breakwater.adapter.bridge.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The bridge to Discourse, between a forum and a Breakwater of the tests' own. */
class DiscourseTest {
  private static final String REPLY = "discourse:4711";

  private final DiscoursePeer forum = new DiscoursePeer();
  private final BreakwaterPeer breakwater = new BreakwaterPeer();
  private final Crossing bridge =
      new Crossing(
          new Discourse(forum.address(), Crossing.PLATFORM_KEY, DiscoursePeer.USER),
          forum.address(),
          breakwater.address());

  DiscourseTest() {
    forum.post(4710, 1);
    forum.post(4711, 2);
  }

  @AfterEach
  void close() {
    bridge.close();
    forum.close();
    breakwater.close();
  }

  @Test
  void post_isDecided_asItsAuthorsWords_andNothingMoreOfAnybody() {
    assertThat(bridge.announce("post_created", recorded(_ -> {})).statusCode()).isEqualTo(200);
    assertThat(breakwater.events().toString())
        .isEqualTo(
            """
            [{"id":"discourse:4711","revision":1,"surface":"comment",\
            "text":"Do not trust @juan :warning:\\nRead this first.",\
            "context":{"quoted":"Trips north every Friday"},"links":["https://example.org/safety"],\
            "author":{"id":"discourse:17"},"createdAt":"2026-12-01T09:30:00.123Z"}]""");
  }

  @Test
  void firstPost_hasItsTopicsTitle() {
    bridge.announce("post_created", recorded(post -> post.put("post_number", 1)));
    JsonNode event = breakwater.events().getFirst();
    assertThat(event.path("surface").asText()).isEqualTo("post");
    assertThat(event.path("context").path("title").asText()).isEqualTo("Trips");
  }

  @Test
  void whatIsNotPublic_orNobodyWrote_isNotSent() {
    bridge.announce(
        "post_created", recorded(post -> post.put("topic_archetype", "private_message")));
    bridge.announce("post_created", recorded(post -> post.remove("topic_archetype")));
    bridge.announce("post_created", recorded(post -> post.put("post_type", 4)));
    bridge.announce("post_created", recorded(post -> post.put("user_id", -1)));
    bridge.announce("post_destroyed", recorded(_ -> {}));
    assertThat(bridge.announce("ping", "{\"ping\":\"OK\"}").statusCode()).isEqualTo(200);
    assertThat(breakwater.requests()).isEmpty();
  }

  @Test
  void announcement_withAnothersSignature_isRefused() {
    String body = recorded(_ -> {});
    assertThat(bridge.announce("post_created", body, "sha256=00").statusCode()).isEqualTo(401);
    assertThat(breakwater.requests()).isEmpty();
  }

  @Test
  void breakwaterDown_makesTheForumSendItAgain() {
    breakwater.failOnce(503, "7");
    HttpResponse<String> first = bridge.announce("post_created", recorded(_ -> {}));
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Retry-After")).contains("7");
    breakwater.close();
    assertThat(bridge.announce("post_created", recorded(_ -> {})).statusCode()).isEqualTo(503);
    assertThat(bridge.log()).hasSize(2);
  }

  @Test
  void sameAnnouncementTwice_isOneContent() {
    bridge.announce("post_created", recorded(_ -> {}));
    assertThat(bridge.announce("post_created", recorded(_ -> {})).statusCode()).isEqualTo(200);
    assertThat(breakwater.events()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-01T09:32:10.000Z", "2026-12-01T09:30:00.900Z"})
  void edit_isDecided_thoughDiscourseCountsNoVersion(String updatedAt) {
    bridge.announce("post_created", recorded(_ -> {}));
    String edited =
        recorded(post -> post.put("cooked", "<p>Trips, inbox me</p>").put("updated_at", updatedAt));
    bridge.announce("post_edited", edited);
    assertThat(bridge.announce("post_edited", edited).statusCode()).isEqualTo(200);
    assertThat(breakwater.events()).hasSize(2);
    JsonNode last = breakwater.events().getLast();
    assertThat(last.path("text").asText()).isEqualTo("Trips, inbox me");
    assertThat(last.path("revision").asInt()).isGreaterThan(1);
  }

  @Test
  void contentThatBreakwaterRefuses_isSaidSo_withoutTheWords() {
    breakwater.failOnce(400, "");
    HttpResponse<String> answer = bridge.announce("post_created", recorded(_ -> {}));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body() + bridge.log()).doesNotContain("juan", "4711", "17");
  }

  @Test
  void askThatIsDecided_changesNothingOnTheForum() {
    bridge.announce("post_created", recorded(post -> post.put("cooked", "<p>Who can help?</p>")));
    assertThat(breakwater.events()).hasSize(1);
    assertThat(forum.requests()).isEmpty();
  }

  @Test
  void hideTwice_deletesOnce_andShowBringsItBack() {
    assertThat(bridge.order(1, Deed.HIDE, REPLY).statusCode()).isEqualTo(200);
    assertThat(bridge.order(1, Deed.HIDE, REPLY).statusCode()).isEqualTo(200);
    assertThat(forum.isVisible(4711)).isFalse();
    assertThat(bridge.order(2, Deed.SHOW, REPLY).statusCode()).isEqualTo(200);
    assertThat(forum.isVisible(4711)).isTrue();
    bridge.order(2, Deed.SHOW, REPLY);
    assertThat(forum.changes())
        .containsExactly("DELETE /posts/4711.json", "PUT /posts/4711/recover.json");
  }

  @Test
  void firstPost_goesAndComesWithItsTopic() {
    bridge.order(1, Deed.HIDE, "discourse:4710");
    assertThat(forum.isVisible(4710)).isFalse();
    bridge.order(2, Deed.SHOW, "discourse:4710");
    assertThat(forum.isVisible(4710)).isTrue();
    assertThat(forum.changes()).containsExactly("DELETE /t/5.json", "PUT /t/5/recover.json");
  }

  @Test
  void whatAModeratorDeleted_staysDeleted() {
    forum.deletedBy(4711, "pia");
    HttpResponse<String> answer = bridge.order(1, Deed.SHOW, REPLY);
    assertThat(answer.body()).contains("not done: a moderator deleted it by hand");
    assertThat(forum.isVisible(4711)).isFalse();
  }

  @Test
  void whatIsGone_isSaidSo_andNotSentAgain() {
    forum.erase(4711);
    assertThat(bridge.order(1, Deed.HIDE, REPLY).body()).contains("gone");
    assertThat(bridge.order(2, Deed.SHOW, REPLY).body()).contains("gone for good");
    assertThat(bridge.order(3, Deed.STOP_PUBLISHING, REPLY).body()).contains("gone");
  }

  @Test
  void account_isSilenced_thenSuspended_thenGivenBack() {
    bridge.order(1, Deed.STOP_PUBLISHING, REPLY);
    assertThat(forum.is("silenced")).isTrue();
    assertThat(forum.is("suspended")).isFalse();
    bridge.order(1, Deed.STOP_PUBLISHING, REPLY);
    bridge.order(2, Deed.DISABLE_ACCOUNT, REPLY);
    assertThat(forum.is("suspended")).isTrue();
    assertThat(bridge.order(3, Deed.ENABLE_ACCOUNT, REPLY).statusCode()).isEqualTo(200);
    assertThat(forum.is("silenced") || forum.is("suspended")).isFalse();
    bridge.order(3, Deed.ENABLE_ACCOUNT, REPLY);
    assertThat(forum.changes()).hasSize(4);
  }

  @Test
  void accountThatAModeratorSilenced_staysSo() {
    forum.set("silenced", "pia");
    HttpResponse<String> answer = bridge.order(1, Deed.ENABLE_ACCOUNT, REPLY);
    assertThat(answer.body()).contains("not done", "by hand");
    assertThat(forum.is("silenced")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 422, 429, 500, 502, 302})
  void forumThatDoesNotDoIt_isTriedAgain_andThenItIsDoneOnce(int status) {
    forum.failOnce(status, "30");
    HttpResponse<String> first = bridge.order(1, Deed.HIDE, REPLY);
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Retry-After")).contains("30");
    assertThat(forum.isVisible(4711)).isTrue();
    assertThat(bridge.order(1, Deed.HIDE, REPLY).statusCode()).isEqualTo(200);
    assertThat(forum.changes()).containsExactly("DELETE /posts/4711.json");
  }

  @ParameterizedTest
  @EnumSource(
      value = Deed.class,
      mode = Mode.EXCLUDE,
      names = {"HIDE", "SHOW", "STOP_PUBLISHING", "DISABLE_ACCOUNT", "ENABLE_ACCOUNT"})
  void whatDiscourseCannotDo_isSaidSo_andNothingIsTouched(Deed deed) {
    HttpResponse<String> answer = bridge.order(1, deed, REPLY);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("not done: Discourse cannot");
    assertThat(forum.requests()).isEmpty();
    assertThat(bridge.log()).singleElement().asString().startsWith("msg_1, " + deed.word());
  }

  @Test
  void oldOrder_doesNotUndoANewerOne() {
    bridge.order(5, Deed.HIDE, REPLY);
    bridge.order(6, Deed.SHOW, REPLY);
    assertThat(bridge.order(5, Deed.HIDE, REPLY).body()).contains("newer order");
    assertThat(forum.isVisible(4711)).isTrue();
  }

  @Test
  void order_thatIsOldOrAnothers_orUnknown_doesNothing() {
    Instant old = Instant.now().minusSeconds(600);
    assertThat(bridge.order(1, "hide", REPLY, old).statusCode()).isEqualTo(401);
    assertThat(bridge.post("breakwater", "{}", Map.of()).statusCode()).isEqualTo(401);
    assertThat(bridge.order(2, "dance", REPLY, Instant.now()).statusCode()).isEqualTo(501);
    assertThat(bridge.order(3, Deed.HIDE, "mastodon:4711").statusCode()).isEqualTo(200);
    assertThat(bridge.order(4, Deed.HIDE, "discourse:4711/../1").statusCode()).isEqualTo(200);
    assertThat(forum.requests()).isEmpty();
  }

  @Test
  void log_namesNoContentAndNobody() {
    forum.failOnce(500, "");
    bridge.order(1, Deed.HIDE, REPLY);
    bridge.order(2, Deed.REVIEW, REPLY);
    forum.close();
    bridge.order(3, Deed.HIDE, REPLY);
    assertThat(bridge.log()).hasSize(3);
    assertThat(bridge.log().toString()).doesNotContain("4711", "17", "marta");
  }

  @Test
  void otherPaths_areNotThere() {
    assertThat(bridge.get("/health").statusCode()).isEqualTo(200);
    assertThat(bridge.get("/hooks/breakwater").statusCode()).isEqualTo(405);
    assertThat(bridge.get("/hooks/breakwater/x").statusCode()).isEqualTo(404);
    assertThat(bridge.post("discourse", "x".repeat(1_100_000), Map.of()).statusCode())
        .isEqualTo(413);
  }

  private static String recorded(Consumer<ObjectNode> change) {
    try (InputStream stream = DiscourseTest.class.getResourceAsStream("/discourse-post.json")) {
      byte[] bytes = Objects.requireNonNull(stream).readAllBytes();
      var body = (ObjectNode) Peer.JSON.readTree(new String(bytes, UTF_8));
      change.accept(body.withObject("post"));
      return body.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
