package org.breakwater.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.breakwater.adapter.bridge.Settings;

/** Secrets from variables, or from files that variables name; arguments are seen by everybody. */
final class SecretsReading {
  private static final int FILE_BYTES_MAX = 10_000;
  private static final String WEBHOOK = "whsec_";

  private final Map<String, String> variables;
  private final List<String> faults;

  /**
   * @param faults is told what is wrong
   */
  SecretsReading(Map<String, String> variables, List<String> faults) {
    this.variables = variables;
    this.faults = faults;
  }

  Settings.Secrets secrets() {
    return new Settings.Secrets(
        secret("ADAPTER_BREAKWATER_KEY", "an API key with the scope `decide`"),
        webhook("ADAPTER_BREAKWATER_SECRET", "what `bw webhooks add` printed, `whsec_…`"),
        secret("ADAPTER_PLATFORM_KEY", "the API key or token of the platform"),
        secret("ADAPTER_PLATFORM_SECRET", "the secret of the platform's webhook"));
  }

  private String webhook(String variable, String what) {
    String secret = secret(variable, what);
    if (!secret.isEmpty() && !isWebhook(secret))
      faults.add("%s: is not %s".formatted(variable, what));
    return secret;
  }

  private static boolean isWebhook(String secret) {
    if (!secret.startsWith(WEBHOOK)) return false;
    try {
      return Base64.getDecoder().decode(secret.substring(WEBHOOK.length())).length > 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private String secret(String variable, String what) {
    String here = variables.getOrDefault(variable, "");
    String file = variables.getOrDefault(variable + "_FILE", "");
    if (here.isEmpty() && file.isEmpty())
      faults.add("%s: is not set, nor is %s_FILE; it is %s".formatted(variable, variable, what));
    else if (!here.isEmpty() && !file.isEmpty())
      faults.add("%s: is set, and %s_FILE too; keep one of them".formatted(variable, variable));
    else if (!file.isEmpty()) return ofFile(variable + "_FILE", file);
    else if (!isLine(here)) faults.add(variable + ": must be one line without blanks");
    return here;
  }

  private String ofFile(String variable, String file) {
    try {
      Path path = Path.of(file);
      String text = Files.size(path) > FILE_BYTES_MAX ? "" : Files.readString(path).strip();
      if (isLine(text)) return text;
    } catch (IOException | InvalidPathException _) {
      // Said below.
    }
    faults.add("%s: must be a file with one line that this user can read".formatted(variable));
    return "";
  }

  private static boolean isLine(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
