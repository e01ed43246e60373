package org.breakwater.adapter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breakwater.adapter.bridge.Settings;
import picocli.CommandLine.Option;

/** What every adapter is told. */
final class BridgeOptions {
  private static final int PORT_MAX = 65_535;
  private static final String NAME = "[a-z0-9.-]{1,40}";
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Option(names = "--platform", paramLabel = "URL", description = "The platform; needed.")
  private String platform = "";

  @Option(
      names = "--breakwater",
      paramLabel = "URL",
      description = "Breakwater; default: http://127.0.0.1:8080.")
  private String breakwater = "http://127.0.0.1:8080";

  @Option(names = "--host", description = "Where to listen; default: 127.0.0.1.")
  private String host = "127.0.0.1";

  @Option(names = "--port", description = "0 for any that is free; default: 9100.")
  private int port = 9_100;

  @Option(
      names = "--name",
      description = "What ids begin with at Breakwater; default: the platform's kind.")
  private String name = "";

  @Option(names = "--allow-http", description = "Send keys by plain `http` to other machines too.")
  private boolean allowsHttp;

  @Option(
      names = "--check",
      description = "Try settings by calls that change nothing, say what is wrong, and end.")
  private boolean check;

  /** What was made of them. */
  sealed interface Read {
    record Accepted(Settings settings) implements Read {}

    /**
     * Nothing to start with.
     *
     * @param faults all of them
     */
    record Rejected(List<String> faults) implements Read {}
  }

  boolean isCheck() {
    return check;
  }

  /**
   * With what the environment says.
   *
   * @param kind of platform, the name where none is given
   * @param faults that were found before
   */
  Read read(Map<String, String> variables, String kind, List<String> faults) {
    List<String> all = new ArrayList<>(faults);
    checkAddress("--platform", platform, all);
    checkAddress("--breakwater", breakwater, all);
    if (host.isBlank()) all.add("--host: must not be empty");
    if (port < 0 || port > PORT_MAX) all.add("--port: must be from 0 to " + PORT_MAX);
    String prefix = name.isEmpty() ? kind : name;
    if (!prefix.matches(NAME)) all.add("--name: `%s` must match %s".formatted(prefix, NAME));
    Settings.Secrets secrets = new SecretsReading(variables, all).secrets();
    if (!all.isEmpty()) return new Read.Rejected(List.copyOf(all));
    return new Read.Accepted(
        new Settings(URI.create(breakwater), URI.create(platform), prefix, host, port, secrets));
  }

  private void checkAddress(String option, String text, List<String> faults) {
    if (text.isEmpty()) {
      faults.add(option + ": is needed, such as https://platform.example.org");
      return;
    }
    try {
      URI uri = new URI(text);
      String address = String.valueOf(uri.getHost());
      boolean isWeb = Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
      boolean isBare = uri.getRawUserInfo() == null && uri.getRawQuery() == null;
      if (!isWeb || uri.getHost() == null || !isBare || uri.getRawFragment() != null)
        faults.add(option + ": must be such as https://host.example.org, without user or query");
      else if (uri.getScheme().equals("http") && !allowsHttp && !HERE.contains(address))
        faults.add(option + ": keys would go there unencrypted; use https, or --allow-http");
    } catch (URISyntaxException _) {
      faults.add(option + ": is no address");
    }
  }
}
