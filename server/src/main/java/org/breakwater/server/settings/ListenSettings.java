package org.breakwater.server.settings;

/** Where the server listens. */
@About("Where it listens, and how browsers see it.")
public record ListenSettings(
    @Key(
            about = "Address to listen on; there is no TLS, so put a reverse proxy before others.",
            standard = "127.0.0.1",
            flag = "--host")
        String host,
    @Key(about = "Port; 0 for a free one.", standard = "8080", max = 65_535, flag = "--port")
        int port,
    @Key(
            about =
                "The server as browsers see it, such as https://trust.example.org; empty for plain"
                    + " HTTP.",
            form = Form.ORIGIN,
            flag = "--origin",
            label = "ORIGIN",
            variable = "BREAKWATER_ORIGIN")
        String origin) {

  /** Whether browsers reach us by HTTPS, through a proxy. */
  public boolean isEncrypted() {
    return origin.startsWith("https:");
  }

  /** Whether a text is scheme, host and perhaps port, and nothing else. */
  public static boolean isOrigin(String text) {
    return Form.isOrigin(text);
  }
}
