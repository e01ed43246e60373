package org.breakwater.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.atomic.AtomicBoolean;
import org.breakwater.server.http.PolicyFigures;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where it listens, and serves until a signal comes. */
public final class Serving implements QuarkusApplication {
  private final Wiring wiring;
  private final String host;
  private final int port;
  private final MeterRegistry registry;

  Serving(
      Wiring wiring,
      MeterRegistry registry,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.wiring = wiring;
    this.registry = registry;
    this.host = host;
    this.port = port;
  }

  private static final AtomicBoolean REHEARSED = new AtomicBoolean();

  /** Ends the next start as soon as it is done. */
  static void rehearse() {
    REHEARSED.set(true);
  }

  @Override
  public int run(String... arguments) {
    PolicyFigures.measure(registry, wiring.running().publishing());
    System.out.println(greeting());
    System.out.flush();
    if (!REHEARSED.get()) Quarkus.waitForExit();
    return 0;
  }

  private String greeting() {
    Running running = wiring.running();
    String address = "http://%s:%d".formatted(host, port);
    String made = running.issued().key();
    String key = made.isEmpty() ? "$BREAKWATER_KEY" : made;
    var text = new StringBuilder();
    text.append("address  ").append(address).append('\n');
    if (running.secrets().isDemo())
      text.append("demo     people, posts and the times of the past are simulated\n");
    text.append("policy   ").append(running.rules().inForce().version().name()).append('\n');
    text.append("log key  ").append(running.log().verifyKey()).append('\n');
    if (!made.isEmpty()) text.append("API key  ").append(key).append("  (shown this once)\n");
    running
        .issued()
        .password()
        .ifPresent(
            password ->
                text.append("login    admin ")
                    .append(password)
                    .append("  (shown this once; to be changed at ")
                    .append(address)
                    .append("/login)\n"));
    text.append("try      curl -s ").append(address).append("/v1/decisions");
    text.append(" -H \"Authorization: Bearer ").append(key).append('"');
    text.append(" -d '{\"id\":\"p1\",\"text\":\"Does anyone know a coyote from Reynosa?\"}'\n");
    return text.toString();
  }
}
