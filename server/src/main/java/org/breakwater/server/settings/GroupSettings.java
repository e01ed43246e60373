package org.breakwater.server.settings;

/** When a group itself is put to review. */
@About(
    "When a group or page is put to review for what is posted in it; it is not removed for that.")
public record GroupSettings(
    @Key(
            about =
                "Percent of its posts of 28 days that are surely (95 %) confirmed as prohibited.",
            standard = "10",
            min = 1,
            max = 100,
            flag = "--group-share",
            label = "PERCENT")
        int sharePercent) {}
