package org.breakwater.server.settings;

/** Everything an operator chooses. */
public record Settings(
    ListenSettings listen,
    DatabaseSettings database,
    PolicySettings policy,
    LimitSettings limits,
    RemovalSettings removals,
    GroupSettings groups,
    SampleSettings sample,
    WebhookSettings webhooks,
    LoginSettings login,
    OidcSettings oidc,
    TelemetrySettings telemetry) {}
