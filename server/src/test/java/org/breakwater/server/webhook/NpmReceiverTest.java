package org.breakwater.server.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.breakwater.server.Json;
import org.breakwater.store.webhook.Delivery;
import org.breakwater.store.webhook.Format;
import org.breakwater.store.webhook.Scheme;
import org.breakwater.store.webhook.SigningKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Held to the reference receiver in JavaScript, which npm brings. Where there is no npm this fails
 * and says so: a check that did not run has not passed.
 */
@Tag("long")
class NpmReceiverTest {
  private static final Path SOURCE = Path.of("src", "test", "npm");
  private static final Path FOLDER = Path.of("target", "npm");

  private static String run(String input, String... command)
      throws IOException, InterruptedException {
    Path out = FOLDER.resolve("out");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
    } catch (IOException e) {
      throw new AssertionError(
          "`%s` is needed; install Node.js 20 or newer with npm, or leave out long tests by"
                  .formatted(command[0])
              + " `bw verify --quick`",
          e);
    }
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(UTF_8));
    }
    int exit = process.waitFor();
    String printed = Files.readString(out);
    assertThat(exit).as(printed).isZero();
    return printed;
  }

  private static String line(String secret, Map<String, String> headers, byte[] body) {
    return Json.text(Map.of("secret", secret, "headers", headers, "body", new String(body, UTF_8)))
        + "\n";
  }

  @Test
  void referenceReceiver_verifiesOurs_alsoDuringARotation_andNothingElse()
      throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "verify.js"))
      Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    run("", "npm", "install", "--no-audit", "--no-fund");
    SigningKey old = SigningKey.fresh(Scheme.HMAC);
    SigningKey fresh = SigningKey.fresh(Scheme.HMAC);
    SigningKey other = SigningKey.fresh(Scheme.ED25519);
    var id = UUID.randomUUID();
    Message message =
        MessageTest.MESSAGES.of(
            new Delivery(42, id, Instant.now(), id, "ñandú 💥", 1, "hide", null, 0),
            Format.STANDARD);
    Map<String, String> headers = message.headers(List.of(fresh, other, old), Instant.now());
    Map<String, String> late = message.headers(List.of(fresh), Instant.now().minusSeconds(900));
    byte[] changed = message.body().clone();
    changed[5] ^= 1;
    String printed =
        run(
            line(fresh.shown(), headers, message.body())
                + line(old.shown(), headers, message.body())
                + line(SigningKey.fresh(Scheme.HMAC).shown(), headers, message.body())
                + line(fresh.shown(), headers, changed)
                + line(fresh.shown(), late, message.body()),
            "node",
            "verify.js");
    assertThat(printed.lines().map(answer -> answer.substring(0, 3)))
        .containsExactly("goo", "goo", "bad", "bad", "bad");
  }
}
