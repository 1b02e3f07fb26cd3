package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.Credential;
import dev.tallyport.connector.http.Endpoint;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What an operator says about a Devin enterprise.
record DevinSettings(Endpoint endpoint, boolean v2, boolean sessionDays) {

    static final Setting BASE_URL =
            Setting.optional(
                    "base-url",
                    Setting.Type.URL,
                    "https://api.devin.ai",
                    "Where the API answers: everything before /v3 or /v2.");
    static final Setting API_KEY =
            Setting.secret(
                    "api-key",
                    "Key of a service user that may view the enterprise's consumption and members,"
                            + " and its metrics, sessions and audit logs where those are wanted; for"
                            + " v2 the personal key of an enterprise admin.");
    static final Setting API_VERSION =
            Setting.choice(
                    "api-version",
                    Set.of("v2", "v3"),
                    "v3",
                    "Generation of the API; v2 is legacy and states no products.");
    static final Setting CONCURRENCY =
            Setting.optional(
                    "concurrency", Setting.Type.COUNT, "8", "How many requests run at once.");
    static final Setting REQUEST_TIMEOUT =
            Setting.optional(
                    "request-timeout",
                    Setting.Type.DURATION,
                    "PT60S",
                    "How long one request may take, from connecting to the end of its answer.");

    static final Setting SESSION_DAYS =
            Setting.optional(
                    "session-days",
                    Setting.Type.FLAG,
                    "false",
                    "Whether to read each session's consumption by day, with one request for each"
                            + " session that changed; v3 only.");

    static final List<Setting> ALL =
            List.of(BASE_URL, API_KEY, API_VERSION, CONCURRENCY, REQUEST_TIMEOUT, SESSION_DAYS);

    static DevinSettings of(Settings settings) {
        var endpoint =
                Endpoint.of(
                                URI.create(settings.value(BASE_URL)),
                                Credential.bearer(settings.value(API_KEY)))
                        .withConcurrency(Integer.parseInt(settings.value(CONCURRENCY)))
                        .withRequestTimeout(Duration.parse(settings.value(REQUEST_TIMEOUT)));
        return new DevinSettings(
                endpoint,
                settings.value(API_VERSION).equals("v2"),
                settings.value(SESSION_DAYS).equals("true"));
    }
}
