package org.breakwater.server.settings;

/** Which rules are in force. */
@About("Which rules are in force.")
public record PolicySettings(
    @Key(
            about = "Folder of the policy pack.",
            standard = "packs/human-exploitation",
            form = Form.FOLDER,
            flag = "--pack",
            label = "PACK")
        String pack,
    @Key(
            about = "Folder of your own phrases, help, thresholds and evidence beside the pack.",
            form = Form.FOLDER,
            flag = "--overlay",
            label = "DIR",
            variable = "BREAKWATER_OVERLAY")
        String overlay,
    @Key(
            about =
                "The version in force from the first start on, which asks where it is empty; later"
                    + " ones are published.",
            flag = "--policy",
            label = "VERSION",
            variable = "BREAKWATER_POLICY")
        String version) {}
