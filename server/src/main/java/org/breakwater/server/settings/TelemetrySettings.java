package org.breakwater.server.settings;

/** Where traces go. */
@About(
    "Traces by OpenTelemetry, without content, author or address; off unless a receiver is named.")
public record TelemetrySettings(
    @Key(
            about = "Receiver of traces by OTLP over HTTP, such as http://127.0.0.1:4318.",
            form = Form.WEB_ADDRESS)
        String otlp,
    @Key(
            about = "Of a hundred requests so many are traced, chosen at random.",
            standard = "10",
            min = 1,
            max = 100)
        int sampledPercent) {

  public boolean isOn() {
    return !otlp.isEmpty();
  }
}
