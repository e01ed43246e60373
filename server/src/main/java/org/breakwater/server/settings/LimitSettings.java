package org.breakwater.server.settings;

/** How often one may ask. */
@About("How often one may ask; beyond it the answer is 429 with `Retry-After`.")
public record LimitSettings(
    @Key(
            about = "Requests a second of one machine's key; a batch is one request.",
            standard = "20000",
            min = 1,
            max = 1_000_000,
            flag = "--rate",
            label = "N")
        int machinePerSecond,
    @Key(about = "Requests a minute of one person.", standard = "600", min = 30, max = 100_000)
        int personPerMinute,
    @Key(
            about = "Requests a minute of one network address whose sender is not known.",
            standard = "300",
            min = 30,
            max = 100_000)
        int addressPerMinute,
    @Key(
            about = "Logins a minute from one network address; behind a proxy all are one.",
            standard = "30",
            min = 5,
            max = 1_000)
        int loginsPerMinute) {}
