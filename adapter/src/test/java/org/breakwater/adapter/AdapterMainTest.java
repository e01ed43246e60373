package org.breakwater.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.breakwater.adapter.bridge.BreakwaterPeer;
import org.breakwater.adapter.bridge.Crossing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdapterMainTest {
  private static final Map<String, String> SECRETS =
      Map.of(
          "ADAPTER_BREAKWATER_KEY", "bw_test",
          "ADAPTER_BREAKWATER_SECRET", Crossing.WHSEC,
          "ADAPTER_PLATFORM_KEY", Crossing.PLATFORM_KEY,
          "ADAPTER_PLATFORM_SECRET", Crossing.PLATFORM_SECRET);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void allFaults_areToldAtOnce_withoutTheSecrets() {
    int exit =
        run(
            Map.of("ADAPTER_BREAKWATER_SECRET", "hunter2", "ADAPTER_PLATFORM_KEY", "two words"),
            "discourse --platform http://forum.example.org --breakwater ftp://x --port 70000 --name A");
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString())
        .contains("--user:", "--platform: keys would go there unencrypted", "--breakwater:")
        .contains("--port:", "--name:", "ADAPTER_BREAKWATER_KEY: is not set")
        .contains("ADAPTER_BREAKWATER_SECRET: is not what", "ADAPTER_PLATFORM_KEY: must be")
        .contains("ADAPTER_PLATFORM_SECRET: is not set")
        .doesNotContain("hunter2", "two words");
  }

  @Test
  void secret_comesFromAFile_orAVariable_notBoth(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), Crossing.PLATFORM_KEY + "\n");
    Map<String, String> variables = new HashMap<>(SECRETS);
    variables.put("ADAPTER_PLATFORM_KEY_FILE", file.toString());
    assertThat(run(variables, "mastodon --platform https://social.example.org")).isEqualTo(2);
    assertThat(err.toString()).contains("ADAPTER_PLATFORM_KEY: is set, and").hasLineCount(1);
    variables.put("ADAPTER_PLATFORM_KEY", "");
    variables.put("ADAPTER_BREAKWATER_KEY", "");
    assertThat(run(variables, "mastodon --platform https://social.example.org")).isEqualTo(2);
    assertThat(err.toString()).endsWith("scope `decide`\n").hasLineCount(2);
  }

  @Test
  void portInUse_isTheEnvironmentsFault() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String line = "mastodon --platform https://social.example.org --port ";
      assertThat(run(SECRETS, line + taken.getLocalPort())).isEqualTo(3);
      assertThat(err.toString()).contains("cannot listen on 127.0.0.1");
    }
  }

  @Test
  void check_saysWhatIsWrong_onBothSides() {
    try (var breakwater = new BreakwaterPeer();
        var nobody = new BreakwaterPeer()) {
      String line =
          "mastodon --check --breakwater %s --platform %s"
              .formatted(breakwater.address(), nobody.address());
      assertThat(run(SECRETS, line)).isEqualTo(4);
      assertThat(out.toString())
          .contains("ok   Breakwater takes the key", "no   Mastodon does not take the token");
      assertThat(breakwater.events()).isEmpty();
    }
  }

  @Test
  void check_ofAKeyThatBreakwaterDoesNotKnow_saysSo() {
    try (var breakwater = new BreakwaterPeer()) {
      Map<String, String> variables = new HashMap<>(SECRETS);
      variables.put("ADAPTER_BREAKWATER_KEY", "bw_other");
      String line =
          "discourse --check --user pia --breakwater %s --platform http://127.0.0.1:9"
              .formatted(breakwater.address());
      assertThat(run(variables, line)).isEqualTo(4);
      assertThat(out.toString())
          .contains("no   Breakwater does not know the key", "no   Discourse cannot be asked");
    }
  }

  private int run(Map<String, String> variables, String line) {
    return AdapterMain.commandLine(variables, new PrintWriter(out), new PrintWriter(err))
        .execute(("adapter " + line).split(" ", -1));
  }
}
