package org.breakwater.adapter.mastodon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
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

/** The bridge to Mastodon, between a server and a Breakwater of the tests' own. */
class MastodonTest {
  private static final String STATUS = "mastodon:115643";

  private final MastodonPeer server = new MastodonPeer();
  private final BreakwaterPeer breakwater = new BreakwaterPeer();
  private final Crossing bridge =
      new Crossing(
          new Mastodon(server.address(), Crossing.PLATFORM_KEY),
          server.address(),
          breakwater.address());

  MastodonTest() {
    server.status("115643");
  }

  @AfterEach
  void close() {
    bridge.close();
    server.close();
    breakwater.close();
  }

  @Test
  void status_isDecided_asItsAuthorsWords_andNothingMoreOfAnybody() {
    assertThat(announce(status(_ -> {})).statusCode()).isEqualTo(200);
    assertThat(breakwater.events().toString())
        .isEqualTo(
            """
            [{"id":"mastodon:115643","revision":1,"surface":"post",\
            "text":"Two seats\\nto #norte @juan\\nhttps://example.org/a/long/way\\n– by day\\n– by night",\
            "links":["https://example.org/a/long/way"],"context":{"title":"travel"},"lang":"es",\
            "author":{"id":"mastodon:108","createdAt":"2026-05-26T00:00:00Z"},\
            "createdAt":"2026-12-01T09:30:00Z","mediaText":["a bus at night"]}]""");
  }

  @Test
  void edit_isALaterRevision_andVotesAreNot() {
    announce(status(_ -> {}));
    announce(status(each -> each.withObject("poll").put("votes_count", 9)));
    announce(
        status(
            each ->
                each.put("content", "<p>full</p>").put("edited_at", "2026-12-01T09:31:00.000Z")));
    assertThat(breakwater.events()).hasSize(2);
    assertThat(breakwater.events().getLast().path("revision").asInt()).isEqualTo(61);
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "direct"})
  void statusForSomeOnly_isNotSent(String visibility) {
    assertThat(announce(status(each -> each.put("visibility", visibility))).statusCode())
        .isEqualTo(200);
    assertThat(breakwater.requests()).isEmpty();
  }

  @Test
  void repeatOfAnothersStatus_isNotSent() {
    announce(status(each -> each.putObject("reblog").put("id", "1")));
    assertThat(breakwater.requests()).isEmpty();
  }

  @Test
  void directStatus_thatItsRecipientReports_isAMessage() {
    assertThat(announce(report(_ -> {})).statusCode()).isEqualTo(200);
    JsonNode event = breakwater.events().getFirst();
    assertThat(event.path("surface").asText()).isEqualTo("message");
    assertThat(event.path("reportedByParticipant").asBoolean()).isTrue();
    assertThat(event.path("revision").asInt()).isEqualTo(31);
    assertThat(event.toString()).doesNotContain("192.0.2", "juan@", "marta", "please look");
  }

  @Test
  void directStatus_thatSomebodyElseReports_isNotSent() {
    announce(report(each -> each.withObject("account").put("id", "555")));
    assertThat(breakwater.requests()).isEmpty();
  }

  @Test
  void directStatus_reportedByAnotherServer_isSent_whereSomebodyOfItWasNamed() {
    Consumer<ObjectNode> remote =
        each -> each.withObject("account").put("id", "1").put("domain", "elsewhere.example.org");
    announce(report(remote));
    assertThat(breakwater.requests()).isEmpty();
    announce(
        report(
            remote.andThen(
                each ->
                    ((ObjectNode) each.at("/statuses/0/mentions/0"))
                        .put("acct", "juan@elsewhere.example.org"))));
    assertThat(breakwater.events()).hasSize(1);
  }

  @Test
  void reportOfOurOwn_isNotDecidedAgain() {
    announce(report(each -> each.withObject("account").put("id", MastodonPeer.ME)));
    assertThat(breakwater.requests()).isEmpty();
  }

  @Test
  void announcement_withAnothersSignature_isRefused() {
    assertThat(bridge.announce("", status(_ -> {}), "sha256=00").statusCode()).isEqualTo(401);
    assertThat(breakwater.requests()).isEmpty();
  }

  @Test
  void breakwaterDown_makesMastodonSendItAgain() {
    breakwater.failOnce(500, "");
    assertThat(announce(status(_ -> {})).statusCode()).isEqualTo(503);
    assertThat(announce(status(_ -> {})).statusCode()).isEqualTo(200);
    assertThat(breakwater.events()).hasSize(1);
  }

  @Test
  void askThatIsDecided_changesNothingOnTheServer() {
    announce(status(each -> each.put("content", "<p>Who can help?</p>")));
    assertThat(breakwater.events()).hasSize(1);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void hideTwice_isOneReport_andShowEndsIt() {
    HttpResponse<String> answer = bridge.order(1, Deed.HIDE, STATUS);
    assertThat(answer.body()).contains("reported to moderators");
    bridge.order(1, Deed.HIDE, STATUS);
    assertThat(server.reports()).hasSize(1);
    assertThat(server.openReports()).isEqualTo(1);
    bridge.order(2, Deed.SHOW, STATUS);
    assertThat(server.openReports()).isZero();
    assertThat(server.changes())
        .containsExactly("POST /api/v1/reports", "POST /api/v1/admin/reports/1/resolve");
  }

  @Test
  void orderThatModeratorsDealtWith_isNotReportedAgain_butANewOneIs() {
    bridge.order(1, Deed.HIDE, STATUS);
    server.resolveAll();
    bridge.order(1, Deed.HIDE, STATUS);
    assertThat(server.reports()).hasSize(1);
    bridge.order(2, Deed.HIDE, STATUS);
    assertThat(server.reports()).hasSize(2);
  }

  @Test
  void show_leavesReportsOfMembersAlone() {
    server.report("109", "115643");
    bridge.order(1, Deed.SHOW, STATUS);
    assertThat(server.openReports()).isEqualTo(1);
  }

  @Test
  void account_isLimited_thenFrozen_thenGivenBack_andReportsStayOpen() {
    server.report("109", "115643");
    bridge.order(1, Deed.HIDE, STATUS);
    bridge.order(2, Deed.STOP_PUBLISHING, STATUS);
    bridge.order(2, Deed.STOP_PUBLISHING, STATUS);
    assertThat(server.is("silenced")).isTrue();
    assertThat(server.is("disabled")).isFalse();
    bridge.order(3, Deed.DISABLE_ACCOUNT, STATUS);
    assertThat(server.is("disabled")).isTrue();
    assertThat(server.openReports()).isEqualTo(2);
    bridge.order(4, Deed.ENABLE_ACCOUNT, STATUS);
    assertThat(server.is("silenced") || server.is("disabled")).isFalse();
    assertThat(server.changes().stream().filter(each -> each.endsWith("/action"))).hasSize(2);
  }

  @Test
  void accountOfAnotherServer_isNotFrozen() {
    server.ofAnotherServer();
    assertThat(bridge.order(1, Deed.DISABLE_ACCOUNT, STATUS).body()).contains("not done");
    assertThat(server.changes()).isEmpty();
  }

  @Test
  void accountThatAModeratorSuspended_staysSo() {
    server.set("suspended");
    assertThat(bridge.order(1, Deed.ENABLE_ACCOUNT, STATUS).body()).contains("by hand");
    assertThat(server.is("suspended")).isTrue();
  }

  @Test
  void whatIsGone_isSaidSo_andNotSentAgain() {
    server.erase("115643");
    for (Deed deed : List.of(Deed.HIDE, Deed.SHOW, Deed.STOP_PUBLISHING)) {
      HttpResponse<String> answer = bridge.order(1, deed, STATUS);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("not done", "gone");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 422, 429, 500, 503})
  void serverThatDoesNotDoIt_isTriedAgain_andThenItIsDoneOnce(int status) {
    server.failOnce(status, "30");
    HttpResponse<String> first = bridge.order(1, Deed.HIDE, STATUS);
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Retry-After")).contains("30");
    assertThat(bridge.order(1, Deed.HIDE, STATUS).statusCode()).isEqualTo(200);
    assertThat(server.reports()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Deed.class,
      mode = Mode.EXCLUDE,
      names = {"HIDE", "SHOW", "STOP_PUBLISHING", "DISABLE_ACCOUNT", "ENABLE_ACCOUNT"})
  void whatMastodonCannotDo_isSaidSo_andNothingIsTouched(Deed deed) {
    HttpResponse<String> answer = bridge.order(1, deed, STATUS);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("not done: Mastodon");
    assertThat(server.requests()).isEmpty();
  }

  private HttpResponse<String> announce(String body) {
    return bridge.announce("", body);
  }

  private static String status(Consumer<ObjectNode> change) {
    return recorded("/mastodon-status.json", change);
  }

  private static String report(Consumer<ObjectNode> change) {
    return recorded("/mastodon-report.json", change);
  }

  private static String recorded(String name, Consumer<ObjectNode> change) {
    try (InputStream stream = MastodonTest.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(stream).readAllBytes();
      var body = (ObjectNode) Peer.JSON.readTree(new String(bytes, UTF_8));
      change.accept(body.withObject("object"));
      return body.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
