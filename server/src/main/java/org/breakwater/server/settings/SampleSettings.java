package org.breakwater.server.settings;

/** What is kept to estimate what is missed. */
@About("What is kept for 30 days, without author or id, to estimate what is missed.")
public record SampleSettings(
    @Key(
            about = "Of so many posts one is kept, of likelier ones more; 0 for none.",
            standard = "1000",
            min = 100,
            max = 100_000,
            orZero = true,
            flag = "--sample",
            label = "N",
            variable = "BREAKWATER_SAMPLE")
        int oneIn) {}
