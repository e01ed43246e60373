package org.breakwater.server.webhook;

import java.util.List;
import org.breakwater.store.webhook.Endpoint;
import picocli.CommandLine.Parameters;

/** Which endpoint, by its id or the first characters of it. */
final class One {
  @Parameters(
      paramLabel = "ENDPOINT",
      description = "Its id, or enough of its first characters; see `bw webhooks list`.")
  private String id = "";

  Endpoint of(Opened opened, Opened.Stores stores) {
    List<Endpoint> found =
        stores.endpoints().list().stream()
            .filter(endpoint -> endpoint.id().toString().startsWith(id))
            .toList();
    if (found.size() == 1) return found.getFirst();
    throw opened.usage(
        "%s `%s`; see `bw webhooks list`"
            .formatted(found.isEmpty() ? "no endpoint begins with" : "several begin with", id));
  }
}
