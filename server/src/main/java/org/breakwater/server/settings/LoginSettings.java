package org.breakwater.server.settings;

import java.time.Duration;

/** Passwords and sessions of people. */
@About("Passwords and sessions of people; the bounds keep OWASP ASVS 5.0, level 2.")
public record LoginSettings(
    @Key(about = "Wrong passwords in a row that lock a name.", standard = "5", min = 3, max = 20)
        int failuresMax,
    @Key(about = "For how long a name is locked.", standard = "15", min = 5, max = 1_440)
        int lockMinutes,
    @Key(about = "Least characters of a password.", standard = "12", min = 12, max = 64)
        int passwordLengthMin,
    @Key(
            about = "After which a one-time password that nobody used opens nothing.",
            standard = "24",
            min = 1,
            max = 72)
        int oneTimeHours,
    @Key(
            about = "Without a request for so long, a session ends.",
            standard = "30",
            min = 5,
            max = 60)
        int sessionIdleMinutes,
    @Key(
            about = "Whatever is done, a session ends so long after its login.",
            standard = "12",
            min = 1,
            max = 24)
        int sessionHours) {

  public Duration lock() {
    return Duration.ofMinutes(lockMinutes);
  }

  public Duration oneTime() {
    return Duration.ofHours(oneTimeHours);
  }

  public Duration sessionIdle() {
    return Duration.ofMinutes(sessionIdleMinutes);
  }

  public Duration session() {
    return Duration.ofHours(sessionHours);
  }
}
