package org.breakwater.server.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;

/** Where everything is kept that must survive. */
@About("Where everything is kept that must survive.")
public record DatabaseSettings(
    @Key(
            about = "Folder of database, keys and checkpoint.",
            standard = "data",
            form = Form.FOLDER,
            flag = "--data",
            label = "DIR",
            variable = "BREAKWATER_DATA")
        String data,
    @Key(
            about =
                "A PostgreSQL to use instead of the embedded one, such as"
                    + " postgresql://breakwater@db.example.org/breakwater.",
            form = Form.DATABASE,
            flag = "--database",
            label = "URL",
            variable = "BREAKWATER_DATABASE")
        String url,
    @Key(about = "A file with the password of the url's user.", form = Form.SECRET_FILE)
        String passwordFile,
    @Key(about = "The password of the url's user.") Hidden password) {

  public Path folder() {
    return Path.of(data);
  }

  /** The url with its user's password; empty for the embedded one. */
  public String address() {
    if (url.isEmpty() || password.isEmpty()) return url;
    // A blank is `+` in forms only.
    String encoded = URLEncoder.encode(password.text(), UTF_8).replace("+", "%20");
    return url.replaceFirst("@", ":" + encoded + "@");
  }

  /** Whether a url holds a password of its own. */
  static boolean hasPassword(String url) {
    return url.matches("[^@/]+//[^@/]*:[^@]*@.*");
  }

  @Override
  public String toString() {
    return "data " + data;
  }
}
