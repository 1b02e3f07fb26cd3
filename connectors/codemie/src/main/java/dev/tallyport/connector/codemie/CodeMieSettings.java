package dev.tallyport.connector.codemie;

import dev.tallyport.connector.http.Credential;
import dev.tallyport.connector.http.Endpoint;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an operator says about an installation of CodeMie.
///
/// @param history how far back a first read goes
record CodeMieSettings(Endpoint endpoint, Duration history) {

    static final Setting BASE_URL =
            Setting.required(
                    "base-url",
                    Setting.Type.URL,
                    "Where the API answers: everything before /v1/analytics, such as"
                            + " https://codemie.example.com/code-assistant-api.");
    static final Setting TOKEN =
            Setting.optionalSecret(
                    "token",
                    "Access token of an account with the role Admin or Auditor; it ends with the"
                            + " token's own lifetime.");
    static final Setting TOKEN_URL =
            Setting.optional(
                    "token-url",
                    Setting.Type.URL,
                    "Where Keycloak hands out tokens: …/realms/<realm>/protocol/openid-connect/token.");
    static final Setting CLIENT_ID =
            Setting.optional(
                    "client-id",
                    Setting.Type.TEXT,
                    "Id of a service account with the role Admin or Auditor.");
    static final Setting CLIENT_SECRET =
            Setting.optionalSecret("client-secret", "Secret of that service account.");
    static final Setting CONCURRENCY =
            Setting.optional(
                    "concurrency", Setting.Type.COUNT, "8", "How many requests run at once.");
    static final Setting REQUEST_TIMEOUT =
            Setting.optional(
                    "request-timeout",
                    Setting.Type.DURATION,
                    "PT90S",
                    "How long one request may take, from connecting to the end of its answer.");
    static final Setting HISTORY =
            Setting.optional(
                    "history",
                    Setting.Type.DURATION,
                    "P90D",
                    "How far back the first sync reads, in whole days.");

    static final List<Setting> ALL =
            List.of(
                    BASE_URL,
                    TOKEN,
                    TOKEN_URL,
                    CLIENT_ID,
                    CLIENT_SECRET,
                    CONCURRENCY,
                    REQUEST_TIMEOUT,
                    HISTORY);

    static final List<Set<String>> CREDENTIALS =
            List.of(
                    Set.of(TOKEN.key()),
                    Set.of(TOKEN_URL.key(), CLIENT_ID.key(), CLIENT_SECRET.key()));

    /// The one whose account it is.
    static Setting credentialOf(Settings settings) {
        return settings.value(TOKEN.key()).isPresent() ? TOKEN : CLIENT_ID;
    }

    private static Credential credential(Settings settings) {
        return credentialOf(settings).equals(TOKEN)
                ? Credential.bearer(settings.value(TOKEN))
                : Credential.clientCredentials(
                        URI.create(settings.value(TOKEN_URL)),
                        settings.value(CLIENT_ID),
                        settings.value(CLIENT_SECRET),
                        Optional.empty());
    }

    static CodeMieSettings of(Settings settings) {
        var endpoint =
                Endpoint.of(URI.create(settings.value(BASE_URL)), credential(settings))
                        .withConcurrency(Integer.parseInt(settings.value(CONCURRENCY)))
                        .withRequestTimeout(Duration.parse(settings.value(REQUEST_TIMEOUT)));
        return new CodeMieSettings(endpoint, Duration.parse(settings.value(HISTORY)));
    }
}
