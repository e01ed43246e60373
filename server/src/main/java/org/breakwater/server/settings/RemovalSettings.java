package org.breakwater.server.settings;

/** How much machines may remove by themselves. */
@About("How much machines may remove by themselves, and how soon the platform is told.")
public record RemovalSettings(
    @Key(
            about = "Removals a day that a machine may make by one clause; then people decide.",
            standard = "500",
            min = 1,
            max = 1_000_000,
            flag = "--removals-a-day",
            label = "N")
        int perDay,
    @Key(
            about = "Tell the platform of a removal after a random time up to so many minutes.",
            standard = "0",
            max = 1_440,
            flag = "--removal-delay",
            label = "MINUTES")
        int delayMinutes) {}
