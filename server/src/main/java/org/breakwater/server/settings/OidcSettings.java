package org.breakwater.server.settings;

/** The OIDC provider that vouches for people. */
@About("The OIDC provider that vouches for people; none unless its issuer is named.")
public record OidcSettings(
    @Key(
            about = "Let people in whom this provider vouches for.",
            form = Form.WEB_ADDRESS,
            flag = "--oidc-issuer",
            label = "URL")
        String issuer,
    @Key(about = "Our id there.", standard = "breakwater", flag = "--oidc-client", label = "ID")
        String client,
    @Key(about = "A file with our secret there.", form = Form.SECRET_FILE) String secretFile,
    @Key(about = "Our secret there.") Hidden secret) {}
