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
            about =
                "The version in force; empty for the one of the last start, which is asked on the"
                    + " first.",
            flag = "--policy",
            label = "VERSION",
            variable = "BREAKWATER_POLICY")
        String version) {}
