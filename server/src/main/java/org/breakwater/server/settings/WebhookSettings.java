package org.breakwater.server.settings;

/** How the platform is told. */
@About("How the platform is told what to do.")
public record WebhookSettings(
    @Key(
            about = "Whether webhooks may go to this machine and its network; for tests and demos.",
            standard = "no",
            flag = "--webhook-allow-private")
        Switch allowPrivate) {

  /** Off or on. */
  public enum Switch {
    NO,
    YES
  }

  public boolean mayBePrivate() {
    return allowPrivate == Switch.YES;
  }
}
