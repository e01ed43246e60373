package org.breakwater.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.breakwater.store.database.StoreFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsTest extends WebhookFixture {
  private final Path folder;

  EndpointsTest(@TempDir Path folder) throws SQLException {
    super(folder);
    this.folder = folder;
  }

  private List<String> shown(Endpoint endpoint) {
    return endpoints.keys(endpoint.id()).stream().map(SigningKey::shown).toList();
  }

  @Test
  void secrets_areSealedInTheDatabase_andOpenWithTheKeyOutsideIt() {
    Endpoints.Made made =
        endpoints.add(
            "person admin",
            new Endpoints.New(
                "https://example.org/", "", EnumSet.allOf(Scheme.class), Format.STANDARD));
    List<String> shown = made.keys().stream().map(SigningKey::shown).toList();
    assertThat(shown.getFirst()).startsWith("whsec_");
    assertThat(shown.getLast()).startsWith("whpk_");
    assertThat(shown(made.endpoint())).containsExactlyInAnyOrderElementsOf(shown);
    byte[] secret = made.keys().getFirst().bytes();
    assertThat(rows("select encode(sealed, 'hex') from webhook_secret"))
        .noneMatch(row -> row.contains(HexFormat.of().formatHex(secret)));
  }

  @Test
  void secretOfOneEndpoint_doesNotOpenForAnother() {
    Endpoint one = endpoint();
    Endpoint other = endpoint();
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update webhook_secret set sealed = (select sealed from webhook_secret where"
                        + " endpoint = ?) where endpoint = ?",
                    one.id(),
                    other.id()));
    assertThat(endpoints.keys(other.id())).isEmpty();
    assertThat(endpoints.keys(one.id())).hasSize(1);
  }

  @Test
  void afterARotation_twoSign_forADay() throws SQLException {
    Endpoint endpoint = endpoint();
    String first = shown(endpoint).getFirst();
    String second = endpoints.rotate("person admin", endpoint, false).getFirst().shown();
    assertThat(shown(endpoint)).as("the newest first").containsExactly(second, first);
    String third = endpoints.rotate("person admin", endpoint, false).getFirst().shown();
    assertThat(shown(endpoint)).as("never three").containsExactly(third, second);
    now = now.plus(24, ChronoUnit.HOURS);
    assertThat(shown(endpoint)).containsExactly(third);
    dispatch.settle(now);
    assertThat(rows("select sealed::text from webhook_secret")).hasSize(1);
  }

  @Test
  void secretThatIsKnownToOthers_endsAtOnce() {
    Endpoint endpoint = endpoint();
    String next = endpoints.rotate("person admin", endpoint, true).getFirst().shown();
    assertThat(shown(endpoint)).containsExactly(next);
  }

  @Test
  void everyChange_isHandedToTheLog() {
    Endpoint endpoint = endpoint();
    endpoints.change("person admin", endpoint.disabled("by a person"));
    endpoints.rotate("person \"odd\"", endpoint, false);
    endpoints.remove("the operator", endpoint.id());
    assertThat(rows("select json::json ->> 'act' from act_waiting order by waiting"))
        .containsExactly(
            "add webhook endpoint",
            "change webhook endpoint, disabled",
            "rotate webhook secret",
            "remove webhook endpoint");
    assertThat(rows("select json::json ->> 'by' from act_waiting order by waiting"))
        .contains("person \"odd\"");
  }

  @Test
  void keyThatIsNone_isSaid() throws IOException {
    Files.writeString(folder.resolve("webhook.key"), "{}");
    assertThatThrownBy(() -> SealingKey.in(folder))
        .isInstanceOf(StoreFault.class)
        .hasMessageContaining("put back the one");
  }
}
